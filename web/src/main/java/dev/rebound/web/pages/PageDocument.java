package dev.rebound.web.pages;

import dev.rebound.web.edge.SecurityHeaders;
import dev.rebound.web.session.SignedIn;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** The one document of all pages, as the build of the pages leaves it. */
@ApplicationScoped
public class PageDocument {

  private static final String FILE = "META-INF/resources/page.html";
  private static final int NONCE_BYTES = 16;

  private final SecureRandom random = new SecureRandom();
  private final Template template;

  PageDocument(Engine engine) {
    this.template = engine.parse(read(), Variant.forContentType(MediaType.TEXT_HTML));
  }

  private static String read() {
    try (InputStream file =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException("The pages have not been built: there is no " + FILE + ".");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * The document for this person. Style sheets that its script makes carry a nonce of its own,
   * which is also put into the headers of the answer.
   */
  public Response of(SignedIn person, HttpServerResponse answer) {
    byte[] bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    String nonce = Base64.getEncoder().encodeToString(bytes);
    String html =
        template
            .data("nonce", nonce)
            .data("subject", person.subject())
            .data("name", person.name())
            .data("roles", String.join(" ", person.roles()))
            .data("board", person.board() == null ? "" : person.board())
            .render();
    answer.headers().set(SecurityHeaders.CONTENT_POLICY, SecurityHeaders.contentPolicy(nonce));
    return Response.ok(html, MediaType.TEXT_HTML_TYPE).build();
  }
}
