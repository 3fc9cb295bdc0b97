package dev.rebound.application.boards.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SigningTest {

  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final long TIME = 1_614_265_330;
  private static final String BODY = "{\"test\": 2432232314}";

  /** The example of the specification's own libraries. */
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  @Test
  void signsAsTheSpecificationDoes() {
    assertThat(Signing.header(List.of(SECRET), ID, TIME, BODY)).isEqualTo(SIGNATURE);
  }

  @Test
  void everySecretSigns() {
    String other = Signing.freshSecret();

    assertThat(Signing.header(List.of(other, SECRET), ID, TIME, BODY).split(" "))
        .containsExactly(Signing.header(List.of(other), ID, TIME, BODY), SIGNATURE);
  }

  @Test
  void aSecretHasThirtyTwoBytesAndIsNew() {
    String secret = Signing.freshSecret();

    assertThat(secret).startsWith("whsec_").isNotEqualTo(Signing.freshSecret());
    assertThat(Base64.getDecoder().decode(secret.substring("whsec_".length()))).hasSize(32);
  }
}
