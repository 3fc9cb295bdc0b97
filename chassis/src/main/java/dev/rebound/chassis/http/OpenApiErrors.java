package dev.rebound.chassis.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;

/**
 * Declares the errors that every operation of its kind can answer, and says of each error when it
 * comes and what it looks like.
 */
final class OpenApiErrors {

  static final String PROBLEM = "Problem";

  /** Declared by whoever heeds If-Match. */
  static final String STALE = "412";

  /** Declared by whoever heeds Idempotency-Key. */
  static final String KEY_REUSED = "422";

  private static final String NOT_FOUND = "404";
  private static final String CONFLICT = "409";
  private static final String TOO_LARGE = "413";
  private static final String OTHER_TYPE = "415";
  private static final String ANY_OTHER = "default";

  private static final String MEDIA_TYPE = "application/problem+json";

  private static final String STILL_RUNNING =
      "The first request with this Idempotency-Key has not ended";

  private static final Map<String, String> WHEN =
      Map.ofEntries(
          Map.entry(
              "400",
              "The path, the query or the body is not what it must be; violations names the"
                  + " fields"),
          Map.entry("401", "Nobody is signed in, or the token does not hold"),
          Map.entry("403", "The role does not allow it, or what the account held has been erased"),
          Map.entry(NOT_FOUND, "There is none, or it is somebody else's: both look the same"),
          Map.entry(STALE, "If-Match names another version than there is now"),
          Map.entry(TOO_LARGE, "The body has more than 64 kB"),
          Map.entry(OTHER_TYPE, "The body is of another media type than this route takes"),
          Map.entry(KEY_REUSED, "The Idempotency-Key was used for another request"),
          Map.entry("429", "Too many requests; Retry-After says when to come back"),
          Map.entry("503", "Not now; Retry-After says when to come back"),
          Map.entry(ANY_OTHER, "Any other error"));

  /** What the framework says of an error where nobody else says anything. */
  private static final Set<String> SAYING_NOTHING =
      Set.of("", "Bad Request", "Not Authorized", "Not Allowed");

  private final OpenApiExamples examples;

  OpenApiErrors(OpenApiExamples examples) {
    this.examples = examples;
  }

  /**
   * Completes the answers of an operation, in the order of their codes.
   *
   * @param route method and path, as in {@code GET /api/v1/applications/{id}}
   */
  void complete(String route, Operation operation) {
    SortedMap<String, APIResponse> answers = new TreeMap<>();
    APIResponses declared = operation.getResponses();
    if (declared != null && declared.getAPIResponses() != null) {
      answers.putAll(declared.getAPIResponses());
    }
    // A default that is there already is the framework's, for a success that it does not know.
    answers.put(ANY_OTHER, OASFactory.createAPIResponse());
    common(route, operation, answers.keySet())
        .forEach(code -> answers.putIfAbsent(code, OASFactory.createAPIResponse()));
    String conflict = conflict(answers.keySet());
    answers.forEach((code, answer) -> {
      if (WHEN.containsKey(code) || code.equals(CONFLICT)) {
        answer.setDescription(
            code.equals(CONFLICT)
                ? both(own(answer), conflict)
                : own(answer).isEmpty() ? WHEN.get(code) : own(answer));
        answer.setContent(problem(answer.getContent()));
        examples.showProblem(answer.getContent(), names(code, route, operation));
      }
    });
    APIResponses completed = OASFactory.createAPIResponses();
    completed.setAPIResponses(answers);
    operation.setResponses(completed);
  }

  private static Set<String> common(String route, Operation operation, Set<String> declared) {
    Set<String> codes = new TreeSet<>(Set.of("400", "429", "503"));
    if (route.contains("{")) {
      codes.add(NOT_FOUND);
    }
    if (declared.contains(KEY_REUSED)) {
      codes.add(CONFLICT);
    }
    // Whoever takes larger bodies says so, and which kinds it takes.
    if (operation.getRequestBody() != null && !declared.contains(TOO_LARGE)) {
      codes.add(TOO_LARGE);
      codes.add(OTHER_TYPE);
    }
    return codes;
  }

  /** Of the examples under these names the first is shown: one that can come on this route. */
  private static List<String> names(String code, String route, Operation operation) {
    List<String> names = new ArrayList<>(List.of(code + " " + route));
    if (operation.getRequestBody() != null) {
      names.add(code + " body");
    }
    if (operation.getParameters() != null) {
      operation.getParameters().forEach(it -> names.add(code + " " + it.getName()));
    }
    names.add(code);
    return names;
  }

  private static String conflict(Set<String> declared) {
    if (!declared.contains(KEY_REUSED)) {
      return "";
    }
    return declared.contains(STALE)
        ? STILL_RUNNING + ", or somebody else changed it meanwhile"
        : STILL_RUNNING;
  }

  private static String own(APIResponse answer) {
    String said = answer.getDescription();
    return said == null || SAYING_NOTHING.contains(said) ? "" : said;
  }

  private static String both(String own, String general) {
    return own.isEmpty() || general.isEmpty() ? own + general : own + ". Or: " + general;
  }

  /** Made anew for each, since the framework lets errors share one. Examples of the route stay. */
  private static Content problem(@Nullable Content written) {
    MediaType problem =
        OASFactory.createMediaType()
            .schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM));
    MediaType own = written == null ? null : written.getMediaType(MEDIA_TYPE);
    if (own != null) {
      problem.setExamples(own.getExamples());
    }
    return OASFactory.createContent().addMediaType(MEDIA_TYPE, problem);
  }
}
