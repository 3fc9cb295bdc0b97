package dev.rebound.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.junit.jupiter.api.Test;

class OpenApiConventionsTest {

  @Test
  void a_route_takes_the_headers_that_its_answers_tell_of() {
    assertThat(headers(completed("412", "422"))).containsExactly("Idempotency-Key", "If-Match");
    assertThat(headers(completed("422"))).containsExactly("Idempotency-Key");
    assertThat(headers(completed("412"))).containsExactly("If-Match");
    assertThat(headers(completed())).isEmpty();
  }

  @Test
  void errors_stand_in_the_order_of_their_codes_and_the_unknown_ones_last() {
    assertThat(completed("422", "412").getResponses().getAPIResponses().keySet())
        .containsExactly("400", "404", "409", "412", "422", "429", "503", "default");
  }

  @Test
  void an_error_is_a_problem_with_an_example() {
    MediaType problem = problem(completed(), "404");

    assertThat(problem.getSchema().getRef()).isEqualTo("#/components/schemas/Problem");
    assertThat(problem.getExample())
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("type", "/problems/not-found");
  }

  @Test
  void what_a_route_says_of_an_error_stays() {
    Operation operation = operation("422");
    operation.getResponses().addAPIResponse("404", said("No such thing"));
    operation.getResponses().addAPIResponse("409", said("It is closed"));

    complete(operation);

    assertThat(description(operation, "404")).isEqualTo("No such thing");
    assertThat(description(operation, "409"))
        .isEqualTo("It is closed. Or: The first request with this Idempotency-Key has not ended");
  }

  @Test
  void errors_that_shared_a_content_show_each_its_own() {
    Content shared =
        OASFactory.createContent()
            .addMediaType("application/problem+json", OASFactory.createMediaType());
    Operation operation = operation();
    operation.getResponses().addAPIResponse("412", said("").content(shared));
    operation.getResponses().addAPIResponse("422", said("").content(shared));

    complete(operation);

    assertThat(problem(operation, "412").getExample())
        .isNotEqualTo(problem(operation, "422").getExample());
  }

  @Test
  void what_the_framework_says_of_an_error_does_not() {
    Operation operation = operation();
    operation.getResponses().addAPIResponse("401", said("Not Authorized"));

    complete(operation);

    assertThat(description(operation, "401")).startsWith("Nobody is signed in");
  }

  @Test
  void a_body_is_shown_by_its_schema_and_an_answer_by_its_route_first() {
    OpenApiExamples examples =
        new OpenApiExamples(
            Map.of(
                "Thing", Map.of("parts", List.of("$Part")),
                "Part", Map.of("name", "wheel"),
                "POST /things", Map.of("done", true)));
    MediaType body = ofThing();
    MediaType answer = ofThing();
    Operation operation = operation();
    operation.setRequestBody(
        OASFactory.createRequestBody()
            .content(OASFactory.createContent().addMediaType("application/json", body)));
    operation
        .getResponses()
        .addAPIResponse(
            "200",
            OASFactory.createAPIResponse()
                .content(OASFactory.createContent().addMediaType("application/json", answer)));

    examples.show("POST /things", operation);

    assertThat(body.getExample()).isEqualTo(Map.of("parts", List.of(Map.of("name", "wheel"))));
    assertThat(answer.getExample()).isEqualTo(Map.of("done", true));
  }

  private static MediaType ofThing() {
    return OASFactory.createMediaType()
        .schema(OASFactory.createSchema().ref("#/components/schemas/Thing"));
  }

  private static Operation completed(String... declared) {
    Operation operation = operation(declared);
    complete(operation);
    return operation;
  }

  private static Operation operation(String... declared) {
    Operation operation = OASFactory.createOperation().responses(OASFactory.createAPIResponses());
    for (String code : declared) {
      operation.getResponses().addAPIResponse(code, said(""));
    }
    return operation;
  }

  private static void complete(Operation operation) {
    PathItem item = OASFactory.createPathItem();
    item.setOperation(HttpMethod.POST, operation);
    new OpenApiConventions()
        .filterOpenAPI(
            OASFactory.createOpenAPI()
                .paths(OASFactory.createPaths().addPathItem("/things/{id}", item)));
  }

  private static APIResponse said(String description) {
    return OASFactory.createAPIResponse().description(description);
  }

  private static List<String> headers(Operation operation) {
    return Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of()).stream()
        .map(Parameter::getName)
        .toList();
  }

  private static String description(Operation operation, String code) {
    return operation.getResponses().getAPIResponse(code).getDescription();
  }

  private static MediaType problem(Operation operation, String code) {
    return operation
        .getResponses()
        .getAPIResponse(code)
        .getContent()
        .getMediaType("application/problem+json");
  }
}
