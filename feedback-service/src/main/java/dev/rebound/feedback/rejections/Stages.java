package dev.rebound.feedback.rejections;

import dev.rebound.events.StageKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stages in one text column: a list of lists does not fit an array. */
final class Stages {

  private static final String SEPARATOR = ",";

  private Stages() {}

  static String write(List<StageKind> stages) {
    return stages.stream().map(StageKind::name).collect(Collectors.joining(SEPARATOR));
  }

  static List<StageKind> read(@Nullable String text) {
    return text == null || text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(SEPARATOR)).map(StageKind::valueOf).toList();
  }
}
