package dev.rebound.application.reflectionform;

import dev.rebound.application.reflection.ReflectionContent;
import dev.rebound.events.Cause;
import dev.rebound.events.Control;
import dev.rebound.events.Energy;
import dev.rebound.events.RoleReflection;
import dev.rebound.events.RoleReflection.ComponentEnergy;
import dev.rebound.events.StageKind;
import dev.rebound.events.StageReflection;
import dev.rebound.events.Theme;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.validation.groups.Default;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A reflection as it is written, on the wire and as a draft. Everything may be missing from a
 * draft; {@link Completion} names what may not be missing from a completed one.
 */
public record ReflectionForm(
    @Nullable @Size(max = 20) List<@NotNull @Valid StageForm> stages,
    @Nullable @Size(max = 24) List<@NotNull @Valid CauseForm> causes,
    @Nullable @Valid RoleForm role,
    @Nullable @Size(max = 4_000) String lessons) {

  /** What a completed reflection has to satisfy beside the bounds. */
  public interface Completion extends Default {}

  /** How one stage went. */
  public record StageForm(
      @NotNull(groups = Completion.class) @Nullable StageKind kind,
      @NotNull(groups = Completion.class) @Min(1) @Max(20) @Nullable Integer rank,
      @NotNull(groups = Completion.class) @Min(1) @Max(5) @Nullable Integer rating,
      @Nullable @Size(max = 4_000) String wentWell,
      @Nullable @Size(max = 4_000) String toImprove) {}

  /** Why it ended, as the candidate sees it. */
  public record CauseForm(
      @NotNull(groups = Completion.class) @Nullable Theme theme,
      @Nullable Control control,
      @Nullable @Size(max = 4_000) String note) {}

  /** Whether the role itself would have been the right one. */
  public record RoleForm(
      @Min(1) @Max(5) @Nullable Integer dayToDay,
      @Nullable @Size(max = 150) List<@NotNull @Valid ComponentForm> components) {}

  /** What a part of the role does to the candidate's energy. */
  public record ComponentForm(
      @NotNull(groups = Completion.class) @Nullable @Size(max = 1_000) String text,
      @NotNull(groups = Completion.class) @Nullable Energy energy) {}

  /** The form of what was completed. */
  static ReflectionForm of(ReflectionContent content) {
    RoleReflection role = content.role();
    return new ReflectionForm(
        content.stages().stream()
            .map(it ->
                new StageForm(it.kind(), it.rank(), it.rating(), it.wentWell(), it.toImprove()))
            .toList(),
        content.causes().stream()
            .map(it -> new CauseForm(it.theme(), it.control(), it.note()))
            .toList(),
        role == null ? null : new RoleForm(role.dayToDay(), components(role)),
        content.lessons());
  }

  /** What is said, once it satisfies {@link Completion}. */
  public ReflectionContent content() {
    return new ReflectionContent(
        stages == null ? List.of() : stages.stream().map(ReflectionForm::stage).toList(),
        causes == null ? List.of() : causes.stream().map(ReflectionForm::cause).toList(),
        role == null ? null : new RoleReflection(role.dayToDay(), energies(role)),
        lessons);
  }

  private static StageReflection stage(StageForm form) {
    return new StageReflection(
        Objects.requireNonNull(form.kind),
        Objects.requireNonNull(form.rank),
        Objects.requireNonNull(form.rating),
        form.wentWell,
        form.toImprove);
  }

  private static Cause cause(CauseForm form) {
    return new Cause(Objects.requireNonNull(form.theme), form.control, form.note);
  }

  private static List<ComponentEnergy> energies(RoleForm form) {
    return form.components == null
        ? List.of()
        : form.components.stream()
            .map(it -> new ComponentEnergy(it.text, Objects.requireNonNull(it.energy)))
            .toList();
  }

  private static List<ComponentForm> components(RoleReflection role) {
    return role.components().stream().map(it -> new ComponentForm(it.text(), it.energy())).toList();
  }
}
