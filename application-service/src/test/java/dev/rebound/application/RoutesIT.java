package dev.rebound.application;

import dev.rebound.testkit.RouteTable;
import dev.rebound.testkit.Stack;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class RoutesIT {

  @TestHTTPResource("/")
  @SuppressWarnings("NullAway.Init")
  URI here;

  @Test
  void theTableNamesEveryRoute() {
    RouteTable.load().namesEveryRouteOf(here);
  }

  @Test
  void everyRouteIsClosedToOthers() {
    RouteTable.load()
        .isClosedToOthers(
            here,
            role ->
                switch (role) {
                  case "board-integration" -> Stack.keycloak().clientToken("acme");
                  // One of the routes erases whoever calls it.
                  case "candidate" -> Candidates.fresh().token();
                  default -> Stack.keycloak().token(role);
                });
  }
}
