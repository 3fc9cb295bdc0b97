package dev.rebound.feedback.requests;

import static dev.rebound.feedback.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rebound.feedback.Rejections;
import dev.rebound.feedback.Rejections.Played;
import dev.rebound.feedback.feedbackrequest.RequestStatus;
import dev.rebound.feedback.requests.RequestList.Viewer;
import dev.rebound.feedback.requests.RequestList.Wanted;
import dev.rebound.sealing.Sealing;
import dev.rebound.testkit.Stack;
import dev.rebound.testkit.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever sees requests for several reasons reads them as one list. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@SuppressWarnings("NullAway.Init") // What the test framework sets.
class RequestListIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** As many as a test makes, and one more. */
  private static final int ALL = 11;

  @Inject RequestList list;
  @Inject Sealing sealing;

  private final UUID candidate = UUID.randomUUID();
  private final String board = "mill-" + UUID.randomUUID();
  private final String recruiter = "r-" + UUID.randomUUID() + "@mill.example";
  private final String another = "o-" + UUID.randomUUID() + "@tower.example";

  @Test
  void allThatIsSeenIsListedOnceAndInOrderPageByPage() {
    List<UUID> applications = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      applications.add(rejected(candidate, another, null));
      applications.add(rejected(UUID.randomUUID(), another, board));
      applications.add(rejected(UUID.randomUUID(), recruiter, null));
      applications.add(rejected(UUID.randomUUID(), recruiter, board));
      applications.add(rejected(candidate, recruiter, board));
    }
    rejected(UUID.randomUUID(), another, null);
    Viewer viewer = new Viewer(candidate, board, sealing.pseudonym(recruiter));
    await().atMost(PATIENCE).until(() -> page(viewer, null, null, ALL).size() == 10);

    List<RequestView> read = new ArrayList<>();
    List<RequestView> page = page(viewer, null, null, 3);
    while (!page.isEmpty()) {
      read.addAll(page);
      page = page(viewer, null, page.getLast(), 3);
    }

    assertThat(read)
        .extracting(RequestView::applicationId)
        .containsExactlyInAnyOrderElementsOf(applications);
    assertThat(read).isSortedAccordingTo(Comparator.comparing(RequestView::requestedAt).reversed());
  }

  @Test
  void aFilterHoldsForEveryReason() {
    UUID own = rejected(candidate, another, null);
    rejected(UUID.randomUUID(), another, board);
    rejected(UUID.randomUUID(), recruiter, null);
    Viewer viewer = new Viewer(candidate, board, sealing.pseudonym(recruiter));
    await().atMost(PATIENCE).until(() -> page(viewer, null, null, ALL).size() == 3);

    assertThat(page(viewer, RequestStatus.REQUESTED, null, ALL)).hasSize(3);
    assertThat(page(viewer, RequestStatus.DECLINED, null, ALL)).isEmpty();
    assertThat(now(viewer, new Wanted(own, null, null, null, ALL)))
        .extracting(RequestView::applicationId)
        .containsExactly(own);
  }

  @Test
  void whoIsNobodySeesNone() {
    rejected(candidate, recruiter, board);
    await()
        .atMost(PATIENCE)
        .until(() -> page(new Viewer(candidate, null, null), null, null, ALL).size() == 1);

    assertThat(page(new Viewer(null, null, null), null, null, ALL)).isEmpty();
  }

  /** One went to their own address, and one to a colleague's. */
  @Test
  void aRecruiterCanLeaveOutWhatIsTheirBoardsAlone() {
    String mine = rejected(UUID.randomUUID(), "recruiter@example.org", "acme").toString();
    String colleagues = rejected(UUID.randomUUID(), another, "acme").toString();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(ofRecruiter("false")).contains(mine, colleagues));

    assertThat(ofRecruiter("true")).contains(mine).doesNotContain(colleagues);
  }

  private static List<String> ofRecruiter(String mine) {
    Response answer =
        as(Stack.keycloak().token("recruiter"))
            .queryParam("limit", 200)
            .queryParam("mine", mine)
            .get("/api/v1/feedback-requests");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer.jsonPath().getList("items.applicationId");
  }

  /** The id of an application that was rejected, about which a recruiter is asked. */
  private UUID rejected(UUID whose, String asked, @Nullable String ofBoard) {
    UUID application = UuidCreator.getTimeOrderedEpoch();
    Rejections.reject(
        new Played(application, whose, "Miller", asked, ofBoard), sealing.pseudonym(asked));
    return application;
  }

  private List<RequestView> page(
      Viewer viewer, @Nullable RequestStatus status, @Nullable RequestView last, int limit) {
    return now(
        viewer,
        new Wanted(
            null,
            status,
            last == null ? null : last.requestedAt(),
            last == null ? null : last.id(),
            limit));
  }

  private List<RequestView> now(Viewer viewer, Wanted wanted) {
    return list.page(viewer, wanted).await().atMost(PATIENCE);
  }
}
