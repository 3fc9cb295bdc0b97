package dev.rebound.testkit.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.rebound.testkit.Route;
import dev.rebound.testkit.attack.RawHttp.Answer;
import dev.rebound.testkit.attack.TokenIssuer.Holder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens that are good but for one thing, and things that are no tokens: none holds anywhere. */
public final class BadTokens {

  private static final long HOUR = 3_600;
  private static final KeyPair FOREIGN = TokenIssuer.newKeys();

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private final Target target;
  private final TokenIssuer issuer;

  /** For this service. */
  public BadTokens(Target target) {
    this.target = target;
    this.issuer = target.issuer();
  }

  private record Shot(Route route, String what, String path, String token) {}

  /**
   * Every route that needs an account refuses every token that is wrong in anything, and takes one
   * that is not.
   *
   * @return how many requests there were
   */
  public int areRefused() {
    List<Shot> shots = new ArrayList<>();
    for (Route route : target.closed()) {
      String path = Target.somewhere(route);
      Holder caller = Target.caller(route);
      Answer good = target.send(route.method(), path, target.token(caller), target.least(route));
      assertThat(good.status()).as("%s with a good token", route).isNotIn(UNAUTHORIZED, FORBIDDEN);
      of(caller).forEach((what, token) -> shots.add(new Shot(route, what, path, token)));
    }
    return Volley.fire("S2 bad tokens, " + target.name(), shots, this::breach);
  }

  private Optional<String> breach(Shot shot) {
    Route route = shot.route();
    Answer answer = target.send(route.method(), shot.path(), shot.token(), target.least(route));
    return answer.status() == UNAUTHORIZED
            && answer.isProblem()
            && answer.header("www-authenticate").startsWith("Bearer")
        ? Optional.empty()
        : Optional.of("%s, %s: %s".formatted(route, shot.what(), answer));
  }

  /** All of them for this holder, each by what is wrong with it. */
  private Map<String, String> of(Holder holder) {
    Map<String, String> tokens = new LinkedHashMap<>();
    claims(holder, tokens);
    signatures(holder, tokens);
    pieces(holder, tokens);
    return tokens;
  }

  private void claims(Holder holder, Map<String, String> tokens) {
    long now = issuer.claims(holder).get("iat").asLong();
    tokens.put(
        "expired", claiming(holder, it -> it.put("iat", now - 2 * HOUR).put("exp", now - HOUR)));
    tokens.put("without expiry", claiming(holder, it -> it.remove("exp")));
    tokens.put("not valid yet", claiming(holder, it -> it.put("nbf", now + HOUR)));
    tokens.put("for another audience", claiming(holder, it -> it.putArray("aud").add("account")));
    tokens.put("for no audience", claiming(holder, it -> it.remove("aud")));
    tokens.put(
        "of another issuer", claiming(holder, it -> it.put("iss", issuer.realmUrl() + "-2")));
    tokens.put("of no issuer", claiming(holder, it -> it.remove("iss")));
  }

  private void signatures(Holder holder, Map<String, String> tokens) {
    for (String none : new String[] {"none", "None", "NONE"}) {
      tokens.put("alg " + none, unsigned(holder, TokenIssuer.header().put("alg", none)) + ".");
    }
    tokens.put(
        "alg none with a signature",
        unsigned(holder, TokenIssuer.header().put("alg", "none")) + ".AAAA");
    RSAPublicKey key = issuer.publicKey();
    tokens.put("HS256 with the public key", hashed(holder, key.getEncoded()));
    tokens.put("HS256 with the public key as PEM", hashed(holder, pem(key)));
    tokens.put("HS256 with the modulus", hashed(holder, key.getModulus().toByteArray()));
    tokens.put("another realm's key", signedByOther(holder, TokenIssuer.header()));
    tokens.put(
        "another realm's key by its name",
        signedByOther(holder, TokenIssuer.header().put("kid", "other")));
    ObjectNode bringing = TokenIssuer.header();
    bringing.putRawValue(
        "jwk",
        new RawValue(
            TokenIssuer.publicKey((RSAPublicKey) FOREIGN.getPublic(), TokenIssuer.KEY_ID)));
    tokens.put("a key of its own", signedByOther(holder, bringing));
  }

  private void pieces(Holder holder, Map<String, String> tokens) {
    String good = issuer.token(holder);
    int signature = good.lastIndexOf('.');
    tokens.put("no signature", good.substring(0, signature));
    tokens.put("an empty signature", good.substring(0, signature + 1));
    tokens.put("a cut signature", good.substring(0, good.length() - 8));
    tokens.put("cut in the middle", good.substring(0, good.length() / 2));
    String other =
        issuer.token(new Holder(UUID.randomUUID(), holder.role(), holder.board(), holder.email()));
    tokens.put(
        "another one's claims",
        other.substring(0, other.lastIndexOf('.')) + good.substring(signature));
    tokens.put("no token", "token");
    tokens.put("points alone", "..");
    tokens.put("nothing", "");
  }

  private String claiming(Holder holder, Consumer<ObjectNode> change) {
    ObjectNode claims = issuer.claims(holder);
    change.accept(claims);
    return TokenIssuer.sign(TokenIssuer.header(), claims, issuer.privateKey());
  }

  private String signedByOther(Holder holder, ObjectNode header) {
    return TokenIssuer.sign(header, issuer.claims(holder), FOREIGN.getPrivate());
  }

  private String unsigned(Holder holder, ObjectNode header) {
    return TokenIssuer.unsigned(header, issuer.claims(holder));
  }

  private String hashed(Holder holder, byte[] secret) {
    String unsigned = unsigned(holder, TokenIssuer.header().put("alg", "HS256"));
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
