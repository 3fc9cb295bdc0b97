package dev.rebound.web.start;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/**
 * What the start page asks of the insights-service. An answer of another shape than these records
 * counts as none.
 */
@RegisterRestClient(configKey = "insights")
@Path("/api/v1")
interface InsightsService {

  /** What recurs. */
  @GET
  @Path("insights/weaknesses")
  Uni<Weaknesses> weaknesses(@HeaderParam("Authorization") String bearer);

  /** What was in the candidate's hands. */
  @GET
  @Path("insights/perspective")
  Uni<Perspective> perspective(@HeaderParam("Authorization") String bearer);

  /** The goals. */
  @GET
  @Path("growth-plan")
  Uni<GrowthPlan> growthPlan(@HeaderParam("Authorization") String bearer);

  /** Suggested changes of the search; a list, or a page of one. */
  @GET
  @Path("search-refinements")
  Uni<JsonNode> searchRefinements(@HeaderParam("Authorization") String bearer);

  /** What recurs, over how many rejections and contexts. */
  record Weaknesses(int rejections, int contexts, List<Weakness> weaknesses) {
    public Weaknesses {
      weaknesses = List.copyOf(weaknesses);
    }
  }

  /** As much of a weakness as is shown here. */
  record Weakness(String theme, String status, int contexts) {}

  /** Causes by how far they are in the candidate's hands. */
  record Perspective(int rejections, Map<String, Integer> byControl) {
    public Perspective {
      byControl = Map.copyOf(byControl);
    }
  }

  /** The goals of all states. */
  record GrowthPlan(List<Goal> goals) {
    public GrowthPlan {
      goals = List.copyOf(goals);
    }
  }

  /** As much of a goal as is shown here. */
  record Goal(String id, String theme, String status, @Nullable LocalDate dueOn) {}
}
