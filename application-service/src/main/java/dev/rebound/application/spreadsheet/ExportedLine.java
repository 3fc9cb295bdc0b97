package dev.rebound.application.spreadsheet;

import dev.rebound.application.jobapplication.Details;
import dev.rebound.application.jobapplication.JobApplication.Offered;
import dev.rebound.application.jobapplication.JobApplication.Rejected;
import dev.rebound.application.jobapplication.JobApplication.Submitted;
import dev.rebound.application.jobapplication.JobApplication.Withdrawn;
import dev.rebound.application.jobapplication.Rejection;
import dev.rebound.application.streams.OwnApplications.OwnApplication;
import dev.rebound.application.timeline.ApplicationView;
import dev.rebound.events.ApplicationEvent.ApplicationWithdrawn;
import dev.rebound.events.Posting;
import dev.rebound.events.Recruiter;
import dev.rebound.events.Salary;
import dev.rebound.eventstore.StoredEvent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An application as a line of a spreadsheet. */
final class ExportedLine {

  private ExportedLine() {}

  /** The first line, which names the columns. */
  static List<String> headers() {
    return Arrays.stream(Column.values()).map(Column::header).toList();
  }

  /** The cells of an application, in the order of the columns; each is safe to open. */
  static List<String> of(OwnApplication application) {
    return Arrays.stream(Column.values())
        .map(column -> Objects.requireNonNullElse(cell(column, application), ""))
        .map(Formulas::disarm)
        .toList();
  }

  private static @Nullable String cell(Column column, OwnApplication application) {
    Submitted state = application.state();
    Details details = state.details();
    Rejection rejection = state instanceof Rejected it ? it.rejection() : null;
    Recruiter recruiter = details.recruiter();
    return switch (column) {
      case ID -> details.applicationId().toString();
      case TITLE,
          COMPANY,
          LOCATION,
          WORKPLACE,
          EMPLOYMENT_TYPE,
          SENIORITY,
          INDUSTRY,
          URL,
          LANGUAGES,
          DESCRIPTION ->
          ofPosting(column, details.posting());
      case SALARY_MIN, SALARY_MAX, SALARY_CURRENCY, SALARY_PERIOD ->
          ofSalary(column, details.posting().salary());
      case APPLIED_ON -> details.appliedOn().toString();
      case STATUS -> ApplicationView.of(state, 0).status().name();
      case STAGES -> StagesCell.of(details.stages());
      case OFFERED_ON -> state instanceof Offered it ? it.receivedOn().toString() : null;
      case REJECTED_ON -> rejection == null ? null : rejection.rejectedOn().toString();
      case REJECTION_STAGE -> rejection == null ? null : text(rejection.stage());
      case MESSAGE -> rejection == null ? null : rejection.message();
      case REASON -> rejection == null ? reasonOfWithdrawal(application) : reason(rejection);
      case RECRUITER_NAME -> recruiter == null ? null : recruiter.name();
      case RECRUITER_EMAIL -> recruiter == null ? null : recruiter.email();
    };
  }

  private static @Nullable String ofPosting(Column column, Posting posting) {
    return switch (column) {
      case TITLE -> posting.title();
      case COMPANY -> posting.company();
      case LOCATION -> posting.location();
      case WORKPLACE -> text(posting.workplace());
      case EMPLOYMENT_TYPE -> text(posting.employmentType());
      case SENIORITY -> text(posting.seniority());
      case INDUSTRY -> posting.industry();
      case URL -> posting.url();
      case LANGUAGES ->
          LanguagesCell.of(Objects.requireNonNullElse(posting.languages(), List.of()));
      case DESCRIPTION -> posting.description();
      default -> throw new IllegalArgumentException(column + " is not of the posting");
    };
  }

  private static @Nullable String ofSalary(Column column, @Nullable Salary salary) {
    if (salary == null) {
      return null;
    }
    return switch (column) {
      case SALARY_MIN -> amount(salary.min());
      case SALARY_MAX -> amount(salary.max());
      case SALARY_CURRENCY -> salary.currency();
      case SALARY_PERIOD -> text(salary.period());
      default -> throw new IllegalArgumentException(column + " is not of the salary");
    };
  }

  private static @Nullable String reason(Rejection rejection) {
    return rejection.reason() == null ? null : rejection.reason().text();
  }

  /** Out of the events: the state of a withdrawn application does without it. */
  private static @Nullable String reasonOfWithdrawal(OwnApplication application) {
    if (!(application.state() instanceof Withdrawn)) {
      return null;
    }
    // A correction may have followed it.
    for (StoredEvent stored : application.slice().events().reversed()) {
      if (stored.event() instanceof ApplicationWithdrawn it) {
        return it.reason();
      }
    }
    return null;
  }

  private static @Nullable String amount(@Nullable BigDecimal amount) {
    return amount == null ? null : amount.toPlainString();
  }

  private static @Nullable String text(@Nullable Enum<?> code) {
    return code == null ? null : code.name();
  }
}
