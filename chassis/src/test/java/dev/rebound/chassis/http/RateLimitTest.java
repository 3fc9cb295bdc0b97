package dev.rebound.chassis.http;

import static dev.rebound.chassis.http.RateLimit.isDelivery;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.api.Test;

class RateLimitTest {

  private final RateLimit limit = new RateLimit(2, 1, 3);

  @Test
  void each_user_and_each_address_has_its_own() {
    take("user a", 2);
    take("user b", 2);
    take("address 10.1.2.3", 1);

    refuses("user a");
    refuses("address 10.1.2.3");
    take("address 10.1.2.4", 1);
  }

  @Test
  void all_of_one_board_share_one() {
    take("board acme", 3);

    refuses("board acme");
    take("board globex", 3);
  }

  @Test
  void what_is_signed_counts_for_its_board_alone() {
    for (int i = 0; i < 3; i++) {
      limit.countSigned("acme");
    }

    refuses("board acme");
    take("board globex", 3);
  }

  @Test
  void a_delivery_waits_for_its_signature_before_its_address_counts() {
    assertThat(isDelivery(HttpMethod.POST, "/api/v1/boards/acme/webhooks/greenhouse")).isTrue();
    assertThat(isDelivery(HttpMethod.POST, "/api/v1/boards/acme/webhooks/ashby/")).isTrue();
  }

  @Test
  void all_else_counts_for_its_address_at_once() {
    assertThat(isDelivery(HttpMethod.PUT, "/api/v1/boards/acme/webhooks/ashby")).isFalse();
    assertThat(isDelivery(HttpMethod.POST, "/api/v1/boards/acme/webhooks")).isFalse();
    assertThat(isDelivery(HttpMethod.POST, "/api/v1/boards/acme/webhooks/ashby/secret")).isFalse();
    assertThat(isDelivery(HttpMethod.POST, "/api/v1/boards/acme/rejections")).isFalse();
    assertThat(isDelivery(HttpMethod.POST, "/x/api/v1/boards/acme/webhooks/ashby")).isFalse();
  }

  private void take(String caller, int times) {
    for (int i = 0; i < times; i++) {
      limit.take(caller);
    }
  }

  private void refuses(String caller) {
    HttpProblem refused = catchThrowableOfType(HttpProblem.class, () -> limit.take(caller));

    assertThat(refused.getStatusCode()).isEqualTo(429);
    assertThat((Long) refused.getHeaders().get("Retry-After")).isBetween(1L, 61L);
  }
}
