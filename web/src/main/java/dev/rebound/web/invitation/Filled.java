package dev.rebound.web.invitation;

import dev.rebound.web.invitation.InvitationService.Answer;
import dev.rebound.web.invitation.InvitationService.RatedStage;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What came in with a form.
 *
 * @param token of the invitation; empty where there is none
 * @param key a random one where the form had none
 */
record Filled(String token, String key, String comments, List<RatedStage> stages) {

  private static final Pattern TOKEN = Pattern.compile("[\\w-]{20,200}");
  private static final Pattern KEY = Pattern.compile("[0-9a-f-]{36}");
  private static final Pattern RATED = Pattern.compile("[1-5]");
  private static final String STAGE = "stage-";

  static Filled of(MultivaluedMap<String, String> form) {
    String key = field(form, "key");
    return new Filled(
        token(field(form, "token") + field(form, "code")),
        KEY.matcher(key).matches() ? key : UUID.randomUUID().toString(),
        field(form, "comments").strip(),
        form.keySet().stream()
            .filter(name -> name.startsWith(STAGE))
            .filter(name -> RATED.matcher(field(form, name)).matches())
            .map(name ->
                new RatedStage(name.substring(STAGE.length()), Integer.parseInt(field(form, name))))
            .toList());
  }

  Answer answer() {
    return new Answer(token, comments, stages);
  }

  /** A whole link is as good as its code. */
  private static String token(String text) {
    String code = text.strip().substring(text.strip().lastIndexOf('#') + 1);
    return TOKEN.matcher(code).matches() ? code : "";
  }

  private static String field(MultivaluedMap<String, String> form, String name) {
    return Objects.requireNonNullElse(form.getFirst(name), "");
  }
}
