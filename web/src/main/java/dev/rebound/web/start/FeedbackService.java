package dev.rebound.web.start;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What the start page asks of the feedback-service. */
@RegisterRestClient(configKey = "feedback")
@Path("/api/v1/feedback-requests")
interface FeedbackService {

  /** The candidate's requests, or those of the recruiter's board. */
  @GET
  Uni<Requests> requests(
      @HeaderParam("Authorization") String bearer, @QueryParam("limit") int limit);

  /** One page of requests. */
  record Requests(List<Request> items, @Nullable String next) {
    public Requests {
      items = List.copyOf(items);
    }

    /** How many are in one of these states. */
    long in(List<String> states) {
      return items.stream().filter(request -> states.contains(request.status())).count();
    }
  }

  /** As much of a request as is shown here. */
  record Request(String id, String status) {}
}
