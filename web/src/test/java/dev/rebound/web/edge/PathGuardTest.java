package dev.rebound.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathGuardTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/f",
        "/assets/invitation.js",
        "/api/v1/growth-plan.ics",
        "/api/v1/boards/acme/candidates/a%20b/matches",
        "/api/v1/boards/a..b/rejections",
        "/api/v1/boards/.hidden/rejections"
      })
  void plainPathsPass(String path) {
    assertThat(PathGuard.plain(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "api/v1/me",
        "//evil.example/",
        "/api//v1/me",
        "/api/v1/invitations/../me/data",
        "/api/v1/invitations/..",
        "/api/v1/./me",
        "/api/v1/invitations/%2e%2E/me",
        "/api/v1/invitations/.%2e/me",
        "/api/v1/invitations;/x",
        "/api/v1/invitations%3b/x",
        "/api/v1/invitations%2Fx",
        "/api/v1/invitations%5cx",
        "/api/v1/invitations\\x",
        "/api/v1/invitations%252fx",
        "/api/v1/invitations%00",
        "/api/v1/invitations%0d%0ax",
        "/api/v1/invitations%7f",
        "/api/v1/\u00e9"
      })
  void pathsThatCanBeReadInTwoWaysDoNot(String path) {
    assertThat(PathGuard.plain(path)).isFalse();
  }
}
