package dev.rebound.application.spreadsheet;

import dev.rebound.application.applicationlist.ApplicationSummary;
import dev.rebound.application.applicationlist.ApplicationSummaryTable;
import dev.rebound.application.jobapplication.JobApplicationDecider;
import dev.rebound.application.jobapplication.JobApplicationRefusal;
import dev.rebound.application.spreadsheet.ImportReport.ImportOutcome;
import dev.rebound.application.spreadsheet.ImportReport.ReportedLine;
import dev.rebound.application.spreadsheet.SheetLines.Read;
import dev.rebound.events.ApplicationEvent;
import dev.rebound.eventstore.Decider.Decision;
import dev.rebound.sealing.Sealing;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides about the lines of one sheet, one after the other. */
final class Deciding {

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final int SHOWN = 200;

  private final JobApplicationDecider decider = new JobApplicationDecider();
  private final UUID candidate;
  private final Sealing sealing;
  private final Set<UUID> known = new HashSet<>();
  private final Map<String, UUID> knownByContent = new HashMap<>();
  private final Map<UUID, Integer> lines = new HashMap<>();

  /** For a candidate who has these applications. */
  Deciding(UUID candidate, List<ApplicationSummary> applications, Sealing sealing) {
    this.candidate = candidate;
    this.sealing = sealing;
    for (ApplicationSummary application : applications) {
      known.add(application.id());
      knownByContent.putIfAbsent(
          content(
              application.posting().title(),
              application.posting().company(),
              application.appliedOn()),
          application.id());
    }
  }

  /** What is to become of the next line. */
  Decided about(Read read) {
    ApplicationLine said = read.application();
    if (said == null) {
      return refused(read, Objects.requireNonNullElse(read.problem(), "cannot be read"));
    }
    UUID there = there(said);
    if (there != null) {
      return new Decided(
          reported(read, ImportOutcome.DUPLICATE, there, Decided.THERE), there, List.of());
    }
    UUID id = id(said);
    Integer former = lines.putIfAbsent(id, read.line().number());
    if (former != null) {
      String problem = "It is the same application as line " + former + ".";
      return new Decided(reported(read, ImportOutcome.DUPLICATE, null, problem), id, List.of());
    }
    if (known.size() + lines.size() > ApplicationSummaryTable.MOST_ROWS) {
      return refused(
          read,
          "You have " + ApplicationSummaryTable.MOST_ROWS + " applications, which is the most.");
    }
    return switch (decider.decide(
        said.command(id, candidate, sealing::pseudonym), decider.initial())) {
      case Decision.Refused<ApplicationEvent, JobApplicationRefusal>(var reason) -> {
        lines.remove(id);
        yield refused(read, problem(reason));
      }
      case Decision.Accepted<ApplicationEvent, JobApplicationRefusal>(var events) ->
          new Decided(reported(read, ImportOutcome.ADDED, null, read.problem()), id, events);
    };
  }

  /** The application that the line is about, where the candidate has it. */
  private @Nullable UUID there(ApplicationLine said) {
    if (said.id() == null) {
      UUID same = knownByContent.get(content(said));
      if (same != null) {
        return same;
      }
    } else {
      UUID own = uuid(said.id());
      if (own != null && known.contains(own)) {
        return own;
      }
    }
    UUID imported = id(said);
    return known.contains(imported) ? imported : null;
  }

  /** The id that follows from candidate and line: one of somebody else is never it. */
  private UUID id(ApplicationLine said) {
    String owner = "an application that " + candidate + " imported, by ";
    return said.id() == null
        ? sealing.pseudonym(owner + "its content", content(said))
        : sealing.pseudonym(owner + "its id", said.id());
  }

  private static String content(ApplicationLine said) {
    return content(said.posting().title(), said.posting().company(), said.appliedOn());
  }

  private static String content(
      @Nullable String title, @Nullable String company, LocalDate appliedOn) {
    return plain(title) + "\n" + plain(company) + "\n" + appliedOn;
  }

  private static String plain(@Nullable String words) {
    return words == null
        ? ""
        : SPACE.matcher(words.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
  }

  private static @Nullable UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException another) {
      return null;
    }
  }

  private static Decided refused(Read read, String problem) {
    return new Decided(reported(read, ImportOutcome.REFUSED, null, problem), null, List.of());
  }

  private static ReportedLine reported(
      Read read, ImportOutcome outcome, @Nullable UUID id, @Nullable String problem) {
    ApplicationLine said = read.application();
    return new ReportedLine(
        read.line().number(),
        outcome,
        id,
        shown(read.line().cells().get(Column.TITLE)),
        shown(read.line().cells().get(Column.COMPANY)),
        said == null ? null : said.appliedOn(),
        said == null ? null : said.standing(),
        problem);
  }

  private static @Nullable String shown(@Nullable String cell) {
    if (cell == null) {
      return null;
    }
    String text = cell.strip();
    if (text.length() <= SHOWN) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN);
  }

  private static String problem(JobApplicationRefusal reason) {
    return switch (reason) {
      case BEFORE_APPLICATION -> "A day lies before the day of the application.";
      case STAGE_ALREADY_RECORDED -> "A stage stands there twice for the same day.";
      case TOO_MANY_STAGES ->
          "An application has at most " + JobApplicationDecider.MAX_STAGES + " stages.";
      case UNKNOWN_APPLICATION,
          STAGE_AFTER_REJECTION,
          ALREADY_SUBMITTED,
          ALREADY_REJECTED,
          ALREADY_WITHDRAWN,
          ALREADY_OFFERED,
          NOT_REJECTED,
          CHANGED_MEANWHILE ->
          throw new IllegalStateException("on a new application: " + reason);
    };
  }
}
