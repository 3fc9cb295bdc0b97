package dev.rebound.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AtOnceTest {

  private final AtOnce places = new AtOnce(3, 2, "Please wait.");
  private final List<CompletableFuture<String>> underWay = new ArrayList<>();

  @Test
  void nobody_takes_all_places() {
    begin("a");
    begin("a");

    refuses("a");
    begin("b");
    refuses("c");
  }

  @Test
  void a_place_is_free_again_however_the_work_ended() {
    begin("a");
    begin("a");
    underWay.get(0).complete("done");
    underWay.get(1).completeExceptionally(new IllegalStateException("not done"));

    begin("a");
    begin("a");
    refuses("a");
  }

  private void begin(String who) {
    CompletableFuture<String> work = new CompletableFuture<>();
    underWay.add(work);
    places
        .run(who, () -> Uni.createFrom().completionStage(work))
        .subscribe()
        .with(done -> {}, failed -> assertThat(failed).isInstanceOf(IllegalStateException.class));
  }

  private void refuses(String who) {
    HttpProblem refused =
        catchThrowableOfType(
            HttpProblem.class,
            () -> places.run(who, () -> Uni.createFrom().item("")).await().indefinitely());

    assertThat(refused.getStatusCode()).isEqualTo(503);
    assertThat(refused.getDetail()).isEqualTo("Please wait.");
  }
}
