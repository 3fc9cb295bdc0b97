package dev.rebound.web.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTest {

  @ParameterizedTest
  @CsvSource({
    "applications, APPLICATION",
    "applications/1/reflection/completion, APPLICATION",
    "me/data, APPLICATION",
    "me/consents, APPLICATION",
    "import, APPLICATION",
    "export, APPLICATION",
    "boards/acme/rejections, APPLICATION",
    "boards/acme/webhooks/greenhouse, APPLICATION",
    "boards/acme/deliveries/1/replay, APPLICATION",
    "boards/candidates/rejections, APPLICATION",
    "boards/acme/rejections/17, APPLICATION",
    "boards/acme/candidates/17, APPLICATION",
    "boards/acme/candidates/matches, APPLICATION",
    "boards/acme/candidates/17/matches, INSIGHTS",
    "boards/acme/feedback-quality, INSIGHTS",
    "feedback-requests/1/reminder, FEEDBACK",
    "feedback-requests/1/decline, FEEDBACK",
    "invitations/open, FEEDBACK",
    "feedback, FEEDBACK",
    "insights/weaknesses, INSIGHTS",
    "insights/stream, INSIGHTS",
    "growth-plan, INSIGHTS",
    "growth-plan.ics, INSIGHTS",
    "growth-plan/goals/1/check-ins, INSIGHTS",
    "preparation, INSIGHTS",
    "search-refinements/1/acceptance, INSIGHTS",
    "search-profile/export, INSIGHTS"
  })
  void everyPathOfTheApiHasAnOwner(String path, Service owner) {
    assertThat(Service.owning("/api/v1/" + path)).contains(owner);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/",
        "/api/v1/unheard-of",
        "/api/v1/operations",
        "/api/v1/operations/views",
        "/api/v1/applicationsx",
        "/api/v2/applications",
        "/api/v1",
        "/q/metrics",
        "/dev/mailbox"
      })
  void nothingElseIsPassedOn(String path) {
    assertThat(Service.owning(path)).isEmpty();
  }
}
