package dev.rebound.testkit.attack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.rebound.testkit.attack.TokenIssuer.Holder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens that are good but for one thing, and things that are no tokens. */
final class BadTokens {

  private static final long HOUR = 3_600;
  private static final KeyPair FOREIGN = TokenIssuer.newKeys();

  private final TokenIssuer issuer;
  private final Holder holder;

  private BadTokens(TokenIssuer issuer, Holder holder) {
    this.issuer = issuer;
    this.holder = holder;
  }

  /** All of them for this holder, each by what is wrong with it. */
  static Map<String, String> of(TokenIssuer issuer, Holder holder) {
    BadTokens bad = new BadTokens(issuer, holder);
    Map<String, String> tokens = new LinkedHashMap<>();
    bad.claims(tokens);
    bad.signatures(tokens);
    bad.pieces(tokens);
    return tokens;
  }

  private void claims(Map<String, String> tokens) {
    long now = issuer.claims(holder).get("iat").asLong();
    tokens.put(
        "expired", claiming(it -> it.put("iat", now - 2 * HOUR).put("exp", now - HOUR)));
    tokens.put("without expiry", claiming(it -> it.remove("exp")));
    tokens.put("not valid yet", claiming(it -> it.put("nbf", now + HOUR)));
    tokens.put("for another audience", claiming(it -> it.putArray("aud").add("account")));
    tokens.put("for no audience", claiming(it -> it.remove("aud")));
    tokens.put("of another issuer", claiming(it -> it.put("iss", issuer.realmUrl() + "-2")));
    tokens.put("of no issuer", claiming(it -> it.remove("iss")));
  }

  private void signatures(Map<String, String> tokens) {
    for (String none : new String[] {"none", "None", "NONE"}) {
      tokens.put("alg " + none, unsigned(TokenIssuer.header().put("alg", none)) + ".");
    }
    tokens.put("alg none with a signature", unsigned(TokenIssuer.header().put("alg", "none")) + ".AAAA");
    RSAPublicKey key = issuer.publicKey();
    tokens.put("HS256 with the public key", hashed(key.getEncoded()));
    tokens.put("HS256 with the public key as PEM", hashed(pem(key)));
    tokens.put("HS256 with the modulus", hashed(key.getModulus().toByteArray()));
    tokens.put("another realm's key", signedByOther(TokenIssuer.header()));
    tokens.put("another realm's key by its name", signedByOther(TokenIssuer.header().put("kid", "other")));
    ObjectNode bringing = TokenIssuer.header();
    bringing.putRawValue(
        "jwk",
        new RawValue(
            TokenIssuer.publicKey((RSAPublicKey) FOREIGN.getPublic(), TokenIssuer.KEY_ID)));
    tokens.put("a key of its own", signedByOther(bringing));
  }

  private void pieces(Map<String, String> tokens) {
    String good = issuer.token(holder);
    int signature = good.lastIndexOf('.');
    tokens.put("no signature", good.substring(0, signature));
    tokens.put("an empty signature", good.substring(0, signature + 1));
    tokens.put("a cut signature", good.substring(0, good.length() - 8));
    tokens.put("cut in the middle", good.substring(0, good.length() / 2));
    String other =
        issuer.token(
            new Holder(UUID.randomUUID(), holder.role(), holder.board(), holder.email()));
    tokens.put(
        "another one's claims",
        other.substring(0, other.lastIndexOf('.')) + good.substring(signature));
    tokens.put("no token", "token");
    tokens.put("points alone", "..");
    tokens.put("nothing", "");
  }

  private String claiming(Consumer<ObjectNode> change) {
    ObjectNode claims = issuer.claims(holder);
    change.accept(claims);
    return TokenIssuer.sign(TokenIssuer.header(), claims, issuer.privateKey());
  }

  private String signedByOther(ObjectNode header) {
    return TokenIssuer.sign(header, issuer.claims(holder), FOREIGN.getPrivate());
  }

  private String unsigned(ObjectNode header) {
    return TokenIssuer.unsigned(header, issuer.claims(holder));
  }

  private String hashed(byte[] secret) {
    String unsigned = unsigned(TokenIssuer.header().put("alg", "HS256"));
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return unsigned
          + "."
          + TokenIssuer.BASE64.encodeToString(
              mac.doFinal(unsigned.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] pem(RSAPublicKey key) {
    return ("-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
            + "\n-----END PUBLIC KEY-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
