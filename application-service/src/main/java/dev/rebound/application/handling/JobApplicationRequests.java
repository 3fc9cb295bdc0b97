package dev.rebound.application.handling;

import dev.rebound.events.EmploymentType;
import dev.rebound.events.Posting;
import dev.rebound.events.Recruiter;
import dev.rebound.events.RejectionReason;
import dev.rebound.events.Salary;
import dev.rebound.events.SalaryPeriod;
import dev.rebound.events.Seniority;
import dev.rebound.events.StageKind;
import dev.rebound.events.Workplace;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The bodies of the commands on applications, with their bounds. */
public final class JobApplicationRequests {

  private static final String CANDIDATE = "candidate";

  private JobApplicationRequests() {}

  /** Records an application. */
  record SubmitRequest(
      @NotNull @Valid PostingRequest posting,
      @NotNull @Plausible LocalDate appliedOn,
      @Nullable @Valid RecruiterRequest recruiter) {}

  /** What a correction leaves, once it is merged into what there was. */
  record CorrectedRequest(
      @NotNull @Valid PostingRequest posting,
      @NotNull @Plausible LocalDate appliedOn,
      @Nullable @Valid RecruiterRequest recruiter) {}

  /** A job advertisement. */
  public record PostingRequest(
      @NotNull @Size(max = 200) String title,
      @NotNull @Size(max = 200) String company,
      @Nullable @Size(max = 20_000) String description,
      @Nullable @Size(max = 200) String location,
      @Nullable Workplace workplace,
      @Nullable EmploymentType employmentType,
      @Nullable Seniority seniority,
      @Nullable @Size(max = 200) String industry,
      @Nullable
          @Size(max = 2_000)
          @Pattern(
              regexp = "(?i)https?://[^\\s/?#]+\\S*",
              message = "must be an http or https address")
          String url,
      @Nullable @Size(max = 20) List<@NotNull @Size(max = 60) String> languages,
      @Nullable @Valid SalaryRequest salary) {

    /** As the events tell it. */
    public Posting posting() {
      return new Posting(
          title,
          company,
          description,
          location,
          workplace,
          employmentType,
          seniority,
          industry,
          url,
          languages,
          salary == null ? null : salary.salary());
    }

    static PostingRequest of(Posting posting) {
      return new PostingRequest(
          posting.title() == null ? "" : posting.title(),
          posting.company() == null ? "" : posting.company(),
          posting.description(),
          posting.location(),
          posting.workplace(),
          posting.employmentType(),
          posting.seniority(),
          posting.industry(),
          posting.url(),
          posting.languages(),
          posting.salary() == null ? null : SalaryRequest.of(posting.salary()));
    }
  }

  /** What the posting pays. */
  @SalaryRange
  public record SalaryRequest(
      @Nullable @DecimalMin("0") @Digits(integer = 12, fraction = 2) BigDecimal min,
      @Nullable @DecimalMin("0") @Digits(integer = 12, fraction = 2) BigDecimal max,
      @NotNull @Pattern(regexp = "[A-Z]{3}", message = "must be a currency code of three letters")
          String currency,
      @NotNull SalaryPeriod period) {

    Salary salary() {
      return new Salary(min, max, currency, period);
    }

    static SalaryRequest of(Salary salary) {
      return new SalaryRequest(salary.min(), salary.max(), salary.currency(), salary.period());
    }
  }

  /** Whom to ask for feedback. */
  public record RecruiterRequest(
      @Nullable @Size(max = 200) String name,
      @NotNull
          @Size(max = 254)
          @Email
          @Pattern(regexp = "[^@\\s]+@[^@\\s]+\\.[^@\\s.]+", message = "must be an e-mail address")
          String email) {

    /**
     * As the events tell it.
     *
     * @param pseudonym from an address to the recruiter's id; the same person writes the address in
     *     upper or lower case
     */
    public Recruiter recruiter(Function<String, UUID> pseudonym) {
      return new Recruiter(pseudonym.apply(email.toLowerCase(Locale.ROOT)), name, email);
    }

    static RecruiterRequest of(Recruiter recruiter) {
      return new RecruiterRequest(
          recruiter.name(), recruiter.email() == null ? "" : recruiter.email());
    }
  }

  /** Records a stage. */
  record StageRequest(
      @NotNull StageKind kind,
      @NotNull @Plausible LocalDate reachedOn,
      @Nullable @Size(max = 4_000) String note) {}

  /** Records a rejection. */
  record RejectionRequest(
      @Nullable StageKind stage,
      @NotNull @Plausible LocalDate rejectedOn,
      @Nullable @Size(max = 10_000) String message,
      @Nullable @Size(max = 4_000) String reason) {

    @Nullable RejectionReason rejectionReason() {
      return reason == null ? null : new RejectionReason(CANDIDATE, null, reason);
    }
  }

  /** Steps back; the body may be left out altogether. */
  record WithdrawalRequest(@Nullable @Size(max = 4_000) String reason) {}

  /** Takes a rejection back; there is nothing to say. */
  record ReopeningRequest() {}

  /** Records an offer. */
  record OfferRequest(@NotNull @Plausible LocalDate receivedOn) {}
}
