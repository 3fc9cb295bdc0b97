package dev.rebound.application.reflection;

import dev.rebound.events.Cause;
import dev.rebound.events.RoleReflection;
import dev.rebound.events.StageReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a candidate makes of an application. */
public record ReflectionContent(
    List<StageReflection> stages,
    List<Cause> causes,
    @Nullable RoleReflection role,
    @Nullable String lessons) {

  public ReflectionContent {
    stages = List.copyOf(stages);
    causes = List.copyOf(causes);
  }

  boolean saysNothing() {
    return stages.isEmpty()
        && causes.isEmpty()
        && lessons == null
        && (role == null || (role.dayToDay() == null && role.components().isEmpty()));
  }
}
