package dev.rebound.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.events.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The model is taught in the order in which its answers are read. */
class TrainerTest {

  private static final Pattern THEMES =
      Pattern.compile("(?m)^THEMES = \"\"\"(.*?)\"\"\"", Pattern.DOTALL);

  @Test
  void theTrainerHasTheThemesInTheirOrder() throws IOException {
    String trainer = Files.readString(Path.of("training", "train.py"));

    Matcher listed = THEMES.matcher(trainer);

    assertThat(listed.find()).as("train.py lists the themes as it did").isTrue();
    List<String> named =
        Arrays.stream(Theme.values())
            .filter(theme -> theme != Theme.UNSPECIFIED)
            .map(Theme::name)
            .toList();
    assertThat(listed.group(1).strip().split("\\s+")).containsExactlyElementsOf(named);
  }
}
