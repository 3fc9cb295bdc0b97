package dev.rebound.testkit.attack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Issues access tokens as the realm would, RS256, and publishes the key they are verified with; for
 * tests that need tokens which Keycloak would never give.
 */
public final class TokenIssuer implements AutoCloseable {

  static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  static final String KEY_ID = "realm-key";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long GOOD_FOR_SECONDS = 3_600;

  private final KeyPair keys = newKeys();
  private final HttpServer server;
  private final String realm;

  /** An issuer on a free port of this machine. */
  public TokenIssuer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    realm = "http://localhost:" + server.getAddress().getPort() + "/realms/rebound";
    serve("/realms/rebound/.well-known/openid-configuration", configuration());
    serve(
        "/realms/rebound/protocol/openid-connect/certs",
        "{\"keys\":[" + publicKey(publicKey(), KEY_ID) + "]}");
    server.start();
  }

  /**
   * Who a token is for.
   *
   * @param role a realm role
   * @param board the tenant, for recruiters, administrators and machines
   * @param email a verified address
   */
  public record Holder(UUID subject, String role, @Nullable String board, @Nullable String email) {

    /** Somebody new of this role, and where the role is a board's, of this board. */
    public static Holder of(String role, String board) {
      boolean personal = role.equals("candidate") || role.equals("operator");
      return new Holder(UUID.randomUUID(), role, personal ? null : board, null);
    }
  }

  /** A token that holds for an hour. */
  public String token(Holder holder) {
    return sign(header(), claims(holder), keys.getPrivate());
  }

  /** The realm's address, which is the issuer of its tokens. */
  public String realmUrl() {
    return realm;
  }

  RSAPublicKey publicKey() {
    return (RSAPublicKey) keys.getPublic();
  }

  PrivateKey privateKey() {
    return keys.getPrivate();
  }

  /** The header of a good token. */
  static ObjectNode header() {
    return JSON.createObjectNode().put("alg", "RS256").put("typ", "JWT").put("kid", KEY_ID);
  }

  /** The claims of a good token. */
  ObjectNode claims(Holder holder) {
    long now = Instant.now().getEpochSecond();
    ObjectNode claims =
        JSON.createObjectNode()
            .put("iss", realm)
            .put("sub", holder.subject().toString())
            .put("typ", "Bearer")
            .put("iat", now)
            .put("exp", now + GOOD_FOR_SECONDS)
            .put("jti", UUID.randomUUID().toString());
    claims
        .putArray("aud")
        .add("application-service")
        .add("feedback-service")
        .add("insights-service");
    claims.putObject("realm_access").putArray("roles").add(holder.role());
    if (holder.board() != null) {
      claims.put("board", holder.board());
    }
    if (holder.email() != null) {
      claims.put("email", holder.email()).put("email_verified", true);
    }
    return claims;
  }

  /** A token of these parts. */
  static String sign(ObjectNode header, ObjectNode claims, PrivateKey key) {
    String unsigned = unsigned(header, claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(unsigned.getBytes(StandardCharsets.US_ASCII));
      return unsigned + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What is signed. */
  static String unsigned(ObjectNode header, ObjectNode claims) {
    return encode(header.toString()) + "." + encode(claims.toString());
  }

  static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("RSA is part of every JDK", impossible);
    }
  }

  /** A key as a key set has it. */
  static String publicKey(RSAPublicKey key, String id) {
    return "{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"%s\"}"
        .formatted(id, number(key.getModulus()), number(key.getPublicExponent()));
  }

  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    return BASE64.encodeToString(
        bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
  }

  private static String encode(String text) {
    return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private String configuration() {
    return """
    {"issuer":"%1$s","jwks_uri":"%1$s/protocol/openid-connect/certs",\
    "authorization_endpoint":"%1$s/protocol/openid-connect/auth",\
    "token_endpoint":"%1$s/protocol/openid-connect/token",\
    "response_types_supported":["code"],"subject_types_supported":["public"],\
    "id_token_signing_alg_values_supported":["RS256"]}\
    """
        .formatted(realm);
  }

  private void serve(String path, String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          try (var out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
