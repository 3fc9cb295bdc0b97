package dev.rebound.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Dashboards explain themselves, and every alert leads to what is to be done about it. */
class MonitoringTest {

  @Test
  void every_panel_has_a_unit_and_says_what_it_shows() {
    List<JsonNode> panels = new ArrayList<>();
    for (JsonNode dashboard : Monitoring.dashboards().values()) {
      dashboard.path("panels").forEach(panels::add);
    }
    panels.removeIf(panel -> panel.path("type").asText().equals("row"));

    assertThat(panels)
        .hasSizeGreaterThan(50)
        .allSatisfy(panel -> {
          assertThat(panel.path("description").asText()).hasSizeGreaterThan(6);
          assertThat(panel.at("/fieldConfig/defaults/unit").asText()).isNotEmpty();
          assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}");
          assertThat(panel.path("targets")).isNotEmpty();
        });
  }

  @Test
  void no_two_dashboards_or_panels_are_taken_for_one() {
    assertThat(Monitoring.dashboards().values())
        .hasSize(3)
        .extracting(dashboard -> dashboard.path("uid").asText())
        .doesNotHaveDuplicates();
    assertThat(Monitoring.dashboards())
        .allSatisfy((file, dashboard) ->
            assertThat(dashboard.path("panels").findValuesAsText("id"))
                .as(file)
                .doesNotHaveDuplicates());
  }

  @Test
  void every_alert_leads_to_its_part_of_a_runbook() {
    List<String> names = new ArrayList<>();
    Monitoring.alerts()
        .forEach((file, rules) -> {
          String runbook = "docs/operations/" + file.replace(".yaml", ".md");
          Set<String> parts = parts(runbook);
          for (JsonNode rule : rules.at("/groups/0/rules")) {
            String name = rule.path("alert").asText();
            names.add(name);
            assertThat(rule.at("/annotations/summary").asText()).as(name).isNotEmpty();
            assertThat(rule.at("/annotations/description").asText()).as(name).isNotEmpty();
            assertThat(rule.at("/labels/severity").asText())
                .as(name)
                .isIn("critical", "warning", "info");
            assertThat(rule.at("/annotations/runbook_url").asText())
                .isEqualTo(runbook + "#" + name.toLowerCase(Locale.ROOT));
            assertThat(parts).contains(name);
          }
        });

    assertThat(names).hasSizeGreaterThan(15).doesNotHaveDuplicates();
  }

  /** Each part says the same three things, so that nobody has to look for them at night. */
  @Test
  void every_part_of_a_runbook_says_what_it_means_where_to_look_and_what_to_do() {
    for (String file : Monitoring.alerts().keySet()) {
      String text =
          String.join("\n", Monitoring.lines("docs/operations/" + file.replace(".yaml", ".md")));
      for (String part : text.split("\n## ")) {
        if (part.startsWith("Rebound")) {
          assertThat(part).contains("**Means.**", "**Look at**", "**Do.**");
        }
      }
    }
  }

  private static Set<String> parts(String runbook) {
    return Monitoring.lines(runbook).stream()
        .filter(line -> line.startsWith("## "))
        .map(line -> line.substring(3))
        .collect(Collectors.toSet());
  }
}
