package dev.rebound.web.invitation;

import dev.rebound.web.invitation.InvitationService.Invitation;
import dev.rebound.web.invitation.InvitationService.RatedStage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form of an invitation as it is shown, with what was filled in so far.
 *
 * @param key under which the answer is sent, however often: it counts once
 * @param who the name of who asks, null where it is not told
 * @param role what was applied for, in words
 * @param again whether an answer is being deepened; then only words are asked for
 * @param error what is wrong with it, empty where nothing is
 */
record Form(
    String token,
    String key,
    @Nullable String who,
    String role,
    boolean again,
    @Nullable String message,
    List<String> questions,
    List<Stage> stages,
    String comments,
    String error) {

  /** As the script calls them. */
  private static final Map<String, String> NAMES =
      Map.of(
          "APPLICATION_REVIEW", "Application",
          "RECRUITER_SCREEN", "First call",
          "ASSESSMENT", "Assessment",
          "TECHNICAL_INTERVIEW", "Technical interview",
          "MANAGER_INTERVIEW", "Interview with the manager",
          "PANEL_INTERVIEW", "Panel interview",
          "FINAL_INTERVIEW", "Final interview",
          "OFFER", "Offer");

  /**
   * A stage that can be rated.
   *
   * @param rating 1 to 5, 0 for none
   */
  record Stage(String kind, String name, int rating) {}

  static Form of(Invitation invitation, Filled filled, String error) {
    boolean again = invitation.round() > 1;
    String role =
        Stream.of(invitation.posting().title(), invitation.posting().company())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" at "));
    return new Form(
        filled.token(),
        filled.key(),
        invitation.candidate() == null ? null : invitation.candidate().name(),
        role.isEmpty() ? "a role" : role,
        again,
        invitation.message(),
        invitation.questions(),
        again ? List.of() : invitation.stages().stream().map(kind -> stage(kind, filled)).toList(),
        filled.comments(),
        error);
  }

  private static Stage stage(String kind, Filled filled) {
    int rating =
        filled.stages().stream()
            .filter(stage -> stage.kind().equals(kind))
            .mapToInt(RatedStage::rating)
            .findFirst()
            .orElse(0);
    return new Stage(kind, NAMES.getOrDefault(kind, kind), rating);
  }
}
