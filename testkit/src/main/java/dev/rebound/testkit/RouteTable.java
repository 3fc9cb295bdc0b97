package dev.rebound.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The table of routes of a service and who may call them, {@code routes.txt}: a line a route, as
 * {@code METHOD /path role,role}, with {@code -} where no account is needed. Lines that start with
 * {@code #} are comments.
 *
 * <p>A test holds it against the running service, so that a new route without a line breaks the
 * build, and so does a line without a route or with another role than the service checks.
 */
public final class RouteTable {

  /** Every role there is. */
  public static final Set<String> ROLES =
      Set.of("candidate", "recruiter", "board-admin", "board-integration", "operator");

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final String OPEN = "-";

  private final SortedMap<String, Set<String>> rolesByRoute;

  private RouteTable(SortedMap<String, Set<String>> rolesByRoute) {
    this.rolesByRoute = rolesByRoute;
  }

  /** Reads {@code routes.txt} from the class path. */
  public static RouteTable load() {
    try (InputStream in =
        Objects.requireNonNull(
            Thread.currentThread().getContextClassLoader().getResourceAsStream("routes.txt"),
            "routes.txt is missing")) {
      SortedMap<String, Set<String>> table = new TreeMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .forEach(line -> add(table, line));
      return new RouteTable(table);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void add(SortedMap<String, Set<String>> table, String line) {
    String[] parts = line.split("\\s+");
    assertThat(parts).as("METHOD /path roles: %s", line).hasSize(3);
    Set<String> roles = parts[2].equals(OPEN) ? Set.of() : Set.of(parts[2].split(","));
    assertThat(ROLES).as("roles of %s", line).containsAll(roles);
    Set<String> former = table.put(parts[0] + " " + parts[1], roles);
    assertThat(former).as("%s stands twice", line).isNull();
  }

  /** Its lines. */
  public List<Route> routes() {
    return rolesByRoute.entrySet().stream()
        .map(line -> {
          String[] route = line.getKey().split(" ");
          return new Route(route[0], route[1], line.getValue());
        })
        .toList();
  }

  /**
   * The table and the service's OpenAPI document name the same routes.
   *
   * @param base where the service runs, such as {@code http://localhost:8081}
   */
  public void namesEveryRouteOf(URI base) {
    JsonNode document =
        call(
            "GET",
            base,
            "/q/openapi?format=json",
            null,
            answer -> new ObjectMapper().readTree(answer.body()));
    Set<String> published = new TreeSet<>();
    document
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .fieldNames()
                .forEachRemaining(method -> {
                  if (METHODS.contains(method)) {
                    published.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                  }
                }));
    assertThat(published).as("routes of %s", base).isNotEmpty();
    assertThat(published).containsExactlyInAnyOrderElementsOf(rolesByRoute.keySet());
  }

  /**
   * Every route answers 401 without a token and 403 to every role that is not in its line.
   *
   * @param tokenOf a valid token of a user who has just that role; asked for once a role, and again
   *     after a route that deletes: what it deleted may be the user
   */
  public void isClosedToOthers(URI base, Function<String, String> tokenOf) {
    Map<String, String> tokens = new HashMap<>();
    rolesByRoute.forEach((route, roles) -> {
      if (roles.isEmpty()) {
        return;
      }
      String method = route.substring(0, route.indexOf(' '));
      String path =
          route
              .substring(route.indexOf(' ') + 1)
              .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
      assertThat(status(method, base, path, null)).as("%s without a token", route).isEqualTo(401);
      for (String role : new TreeSet<>(ROLES)) {
        int status = status(method, base, path, tokens.computeIfAbsent(role, tokenOf));
        if (roles.contains(role)) {
          assertThat(status).as("%s as %s", route, role).isNotIn(401, 403, 500);
        } else {
          assertThat(status).as("%s as %s", route, role).isEqualTo(403);
        }
      }
      if (method.equals("DELETE")) {
        tokens.clear();
      }
    });
  }

  private static int status(String method, URI base, String path, @Nullable String token) {
    return call(method, base, path, token, HttpResponse::statusCode);
  }

  /** What is to be known of an answer, whose body may have no end. */
  private interface Reading<T> {
    T read(HttpResponse<InputStream> answer) throws IOException;
  }

  private static <T> T call(
      String method, URI base, String path, @Nullable String token, Reading<T> reading) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, */*;q=0.5")
            .method(
                method,
                Arrays.asList("GET", "DELETE").contains(method)
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString("{}"));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<InputStream> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream _ = answer.body()) {
        return reading.read(answer);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
