package dev.rebound.benchmarks;

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
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/**
 * Issues access tokens as the realm would, RS256, and publishes the key they are verified with: the
 * services check real tokens, and no benchmark has to wait for Keycloak.
 */
final class TokenIssuer implements AutoCloseable {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final long GOOD_FOR_SECONDS = 7_200;

  private final KeyPair keys;
  private final HttpServer server;
  private final String realm;

  /** An issuer in the place of Keycloak on this port. */
  TokenIssuer(int port) {
    realm = "http://localhost:" + port + "/realms/rebound";
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      keys = generator.generateKeyPair();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("RSA is part of every JDK", impossible);
    }
    serve("/realms/rebound/.well-known/openid-configuration", configuration());
    serve("/realms/rebound/protocol/openid-connect/certs", publicKeys());
    server.start();
  }

  /** A candidate's token. */
  String candidate(UUID subject) {
    return token(subject, "candidate", "");
  }

  /** An operator's token. */
  String operator() {
    return token(UUID.randomUUID(), "operator", "");
  }

  /** The token of a board's machine. */
  String machine(String board) {
    return token(UUID.randomUUID(), "board-integration", ",\"board\":\"" + board + "\"");
  }

  private String token(UUID subject, String role, String moreClaims) {
    long now = Instant.now().getEpochSecond();
    return signed(
        """
        {"iss":"%s","sub":"%s","aud":["application-service","feedback-service","insights-service"],\
        "typ":"Bearer","iat":%d,"exp":%d,"jti":"%s","realm_access":{"roles":["%s"]}%s}\
        """
            .formatted(
                realm, subject, now, now + GOOD_FOR_SECONDS, UUID.randomUUID(), role, moreClaims));
  }

  private String signed(String claims) {
    String header = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"bench\"}";
    String unsigned = encode(header) + "." + encode(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(unsigned.getBytes(StandardCharsets.US_ASCII));
      return unsigned + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
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

  private String publicKeys() {
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"bench\",\"n\":\"%s\",\"e\":\"%s\"}]}"
        .formatted(number(key.getModulus()), number(key.getPublicExponent()));
  }

  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    return BASE64.encodeToString(
        bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
  }

  private static String encode(String text) {
    return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
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
