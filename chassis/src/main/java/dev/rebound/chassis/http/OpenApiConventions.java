package dev.rebound.chassis.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Writes into a service's description of its API what holds for every route, so that a resource
 * says only what is special to it: which errors there are and that they are problems, the headers
 * of a command, the parameters of lists, and examples.
 *
 * <p>A route that answers 422 takes an Idempotency-Key, and one that answers 412 takes If-Match:
 * whoever declares the answer gets the header.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class OpenApiConventions implements OASFilter {

  private static final Map<String, String> PARAMETERS =
      Map.of(
          "after",
          "The id of an event, as in Rebound-Event-Id: the answer knows of it. 503 where it has not"
              + " arrived within two seconds",
          "limit",
          "How many items at most: 1 to " + Paging.MOST + ", else " + Paging.DEFAULT,
          "cursor",
          "Where to go on: what next said in the answer before");

  /** What the library of problems describes itself, and nothing here is described by. */
  private static final List<String> THE_LIBRARYS =
      List.of("HttpProblem", "HttpValidationProblem", "Violation");

  @Override
  public void filterOpenAPI(OpenAPI api) {
    if (api.getComponents() == null) {
      api.setComponents(OASFactory.createComponents());
    }
    THE_LIBRARYS.forEach(api.getComponents()::removeSchema);
    api.getComponents().addSchema(OpenApiErrors.PROBLEM, problem());
    if (api.getPaths() == null) {
      return;
    }
    OpenApiExamples examples = OpenApiExamples.load();
    OpenApiErrors errors = new OpenApiErrors(examples);
    api.getPaths()
        .getPathItems()
        .forEach((path, item) ->
            item.getOperations()
                .forEach((method, operation) -> {
                  describeParameters(operation);
                  errors.complete(method + " " + path, operation);
                  examples.show(method + " " + path, operation);
                }));
  }

  private static void describeParameters(Operation operation) {
    APIResponses answers = operation.getResponses();
    if (answers != null && answers.hasAPIResponse(OpenApiErrors.KEY_REUSED)) {
      operation.addParameter(
          header("Idempotency-Key", "Makes it safe to send the same request again.")
              .schema(text().minLength(16).maxLength(128)));
    }
    if (answers != null && answers.hasAPIResponse(OpenApiErrors.STALE)) {
      operation.addParameter(
          header("If-Match", "The ETag that the change is based on; 412 where it has moved on.")
              .schema(text()));
    }
    if (operation.getParameters() != null) {
      operation.getParameters().stream()
          .filter(parameter -> parameter.getIn() == In.QUERY && parameter.getDescription() == null)
          .forEach(parameter -> parameter.setDescription(PARAMETERS.get(parameter.getName())));
    }
  }

  private static Schema problem() {
    Schema violation =
        object()
            .addProperty("field", text())
            .addProperty("in", text())
            .addProperty("message", text());
    return object()
        .description("RFC 9457")
        .addProperty("type", text())
        .addProperty("title", text())
        .addProperty("status", OASFactory.createSchema().type(List.of(SchemaType.INTEGER)))
        .addProperty("detail", text())
        .addProperty("instance", text())
        .addProperty(
            Problems.VIOLATIONS,
            OASFactory.createSchema().type(List.of(SchemaType.ARRAY)).items(violation));
  }

  private static Parameter header(String name, String description) {
    return OASFactory.createParameter()
        .name(name)
        .in(In.HEADER)
        .required(false)
        .description(description);
  }

  private static Schema text() {
    return OASFactory.createSchema().type(List.of(SchemaType.STRING));
  }

  private static Schema object() {
    return OASFactory.createSchema().type(List.of(SchemaType.OBJECT));
  }
}
