package dev.rebound.feedback.requests;

import dev.rebound.feedback.requests.RequestList.Viewer;
import dev.rebound.feedback.requests.RequestList.Wanted;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The statement that reads a page of a viewer's requests. A viewer can see a request for three
 * reasons, and no index has the order over all of them: so the newest are read for each reason, by
 * its own index and no more of them than a page has, and the page is the newest of these.
 *
 * @param sql in which only what is asked for is named, so that the planner knows it
 */
record PageQuery(String sql, Tuple values) {

  private static final String ORDER = " order by requested_at desc, request_id desc limit ";

  /** The statement; empty where there is no reason why the viewer should see any. */
  static Optional<PageQuery> of(Viewer viewer, Wanted wanted) {
    List<Object> values = new ArrayList<>();
    String filters = filters(wanted, values);
    String limit = parameter(values, wanted.limit());
    List<String> reasons = new ArrayList<>();
    reason("candidate_id", viewer.candidateId(), values, reasons);
    reason("board", viewer.board(), values, reasons);
    reason("recruiter_id", viewer.recruiterId(), values, reasons);
    if (reasons.isEmpty()) {
      return Optional.empty();
    }
    List<String> newest =
        reasons.stream()
            .map(reason ->
                "(select %s from feedback_request where %s"
                        .formatted(RequestTable.COLUMNS, reason + filters)
                    + ORDER
                    + limit
                    + ")")
            .toList();
    // What is seen for several reasons is listed once.
    String page =
        "select distinct on (requested_at, request_id) %s from (%s) as seen"
                .formatted(RequestTable.COLUMNS, String.join(" union all ", newest))
            + ORDER
            + limit;
    return Optional.of(new PageQuery(page, Tuple.from(values.toArray())));
  }

  private static void reason(
      String column, @Nullable Object who, List<Object> values, List<String> reasons) {
    if (who != null) {
      reasons.add(column + " = " + parameter(values, who));
    }
  }

  private static String filters(Wanted wanted, List<Object> values) {
    StringBuilder filters = new StringBuilder();
    if (wanted.applicationId() != null) {
      filters.append(" and application_id = ").append(parameter(values, wanted.applicationId()));
    }
    if (wanted.status() != null) {
      filters.append(" and status = ").append(parameter(values, wanted.status().name()));
    }
    if (wanted.beforeTime() != null && wanted.beforeId() != null) {
      filters
          .append(" and (requested_at, request_id) < (")
          .append(parameter(values, wanted.beforeTime().atOffset(ZoneOffset.UTC)))
          .append(", ")
          .append(parameter(values, wanted.beforeId()))
          .append(')');
    }
    return filters.toString();
  }

  private static String parameter(List<Object> values, Object value) {
    values.add(value);
    return "$" + values.size();
  }
}
