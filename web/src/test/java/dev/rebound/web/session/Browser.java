package dev.rebound.web.session;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * As much of a browser as signing in needs: cookies by host and port, one redirect at a time, and
 * the one form of Keycloak's page. It sends secure cookies to localhost, as browsers do.
 */
final class Browser {

  private static final Pattern FORM = Pattern.compile("<form[^>]+action=\"([^\"]+)\"");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, Map<String, String>> cookies = new HashMap<>();
  private final List<String> received = new ArrayList<>();

  HttpResponse<String> get(URI address, String... headers) throws Exception {
    return send(HttpRequest.newBuilder(address).GET(), headers);
  }

  HttpResponse<String> post(URI address, Map<String, String> form, String... headers)
      throws Exception {
    String body =
        form.entrySet().stream()
            .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)),
        headers);
  }

  /** Follows an answer until it is a page. */
  HttpResponse<String> follow(HttpResponse<String> answer) throws Exception {
    HttpResponse<String> page = answer;
    while (page.statusCode() / 100 == 3) {
      page = get(page.uri().resolve(page.headers().firstValue("Location").orElseThrow()));
    }
    return page;
  }

  /** Fills in the sign-in form of Keycloak's page and sends it. */
  HttpResponse<String> submitSignIn(HttpResponse<String> page, String user) throws Exception {
    Matcher form = FORM.matcher(page.body());
    if (!form.find()) {
      throw new AssertionError("no form on " + page.uri() + ": " + page.body());
    }
    return post(
        URI.create(form.group(1).replace("&amp;", "&")),
        Map.of("username", user, "password", user, "credentialId", ""));
  }

  /** Signs in from the start, with a demo account; what comes back is the start page. */
  HttpResponse<String> signIn(URI here, String user) throws Exception {
    return follow(submitSignIn(follow(get(here.resolve("/login"))), user));
  }

  /** What this host has set and not taken back. */
  Map<String, String> cookiesOf(URI address) {
    return cookies.computeIfAbsent(address.getAuthority(), host -> new TreeMap<>());
  }

  /** Every Set-Cookie header so far, from anybody. */
  List<String> received() {
    return received;
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String... headers)
      throws Exception {
    HttpRequest draft = request.copy().build();
    Map<String, String> jar = cookiesOf(draft.uri());
    if (!jar.isEmpty()) {
      request.header(
          "Cookie",
          jar.entrySet().stream()
              .map(it -> it.getKey() + "=" + it.getValue())
              .collect(Collectors.joining("; ")));
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
    answer.headers().allValues("Set-Cookie").forEach(cookie -> keep(jar, cookie));
    return answer;
  }

  private void keep(Map<String, String> jar, String cookie) {
    received.add(cookie);
    String[] pair = cookie.split(";", 2)[0].split("=", 2);
    if (cookie.contains("Max-Age=0") || pair[1].isEmpty()) {
      jar.remove(pair[0]);
    } else {
      jar.put(pair[0], pair[1]);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
