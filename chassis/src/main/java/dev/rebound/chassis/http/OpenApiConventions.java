package dev.rebound.chassis.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Writes into a service's description of its API what holds for every route: errors are problems, a
 * POST may carry an Idempotency-Key, and a change may carry If-Match.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class OpenApiConventions implements OASFilter {

  private static final String PROBLEM = "Problem";

  @Override
  public void filterOpenAPI(OpenAPI api) {
    if (api.getComponents() == null) {
      api.setComponents(OASFactory.createComponents());
    }
    api.getComponents().addSchema(PROBLEM, problem());
    if (api.getPaths() != null) {
      api.getPaths()
          .getPathItems()
          .values()
          .forEach(path -> path.getOperations().forEach(OpenApiConventions::complete));
    }
  }

  private static void complete(HttpMethod method, Operation operation) {
    if (method == HttpMethod.POST) {
      operation.addParameter(
          header("Idempotency-Key", "Makes it safe to send the same request again.")
              .schema(text().minLength(16).maxLength(128)));
    }
    if (method == HttpMethod.POST || method == HttpMethod.PUT || method == HttpMethod.PATCH) {
      operation.addParameter(
          header("If-Match", "The ETag that the change is based on; 412 where it has moved on.")
              .schema(text()));
    }
    APIResponse error =
        OASFactory.createAPIResponse()
            .description("A problem")
            .content(
                OASFactory.createContent()
                    .addMediaType(
                        "application/problem+json",
                        OASFactory.createMediaType()
                            .schema(
                                OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM))));
    if (operation.getResponses() == null) {
      operation.setResponses(OASFactory.createAPIResponses());
    }
    operation.getResponses().addAPIResponse("default", error);
  }

  private static Schema problem() {
    Schema violation = object().addProperty("field", text()).addProperty("message", text());
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
