package dev.rebound.analysis;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.analysis.jobs.Component;
import dev.rebound.analysis.jobs.ComponentKind;
import dev.rebound.analysis.jobs.Fact;
import dev.rebound.analysis.jobs.JobDescription;
import dev.rebound.analysis.jobs.JobFacts;
import dev.rebound.analysis.jobs.Words;
import java.util.List;
import java.util.Locale;

/**
 * What a job description says, for programs:
 *
 * <pre>{@code
 * {"components":[{"id","kind","text"}],
 *  "seniority":[{"level",..}],
 *  "experience":[{"min","max",..}],
 *  "workplace":[{"kind",..}],
 *  "languages":[{"language","need",..}],
 *  "salary":[{"min","max","currency","period",..}],
 *  "location":[{"kind","place",..}]}
 * }</pre>
 *
 * <p>and on a page for people. In place of the dots stands {@code "text","start","end"}: the words
 * that a fact was read from and where they are, counted in UTF-16 code units. All lists are there,
 * empty where nothing is said.
 */
final class JobAnswer implements Answer {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .addMixIn(Fact.class, WordsInline.class)
          .build();

  /** A fact and its words are one object. */
  private interface WordsInline {
    @JsonUnwrapped
    Words words();
  }

  @Override
  public ObjectNode json(String text) {
    ObjectNode answer = JSON.createObjectNode();
    answer.set("components", JSON.valueToTree(JobDescription.components(text)));
    return answer.setAll(JSON.<ObjectNode>valueToTree(JobFacts.of(text)));
  }

  @Override
  public String page(String text) {
    StringBuilder page = new StringBuilder();
    List<Component> components = JobDescription.components(text);
    for (ComponentKind kind : ComponentKind.values()) {
      List<Component> ofKind = components.stream().filter(it -> it.kind() == kind).toList();
      if (!ofKind.isEmpty()) {
        page.append(kind).append('\n');
        ofKind.forEach(it -> page.append("  ").append(Answer.flat(it.text())).append('\n'));
        page.append('\n');
      }
    }
    for (Fact fact : JobFacts.of(text).all().toList()) {
      String words = Answer.flat(fact.words().text());
      page.append(String.format(Locale.ROOT, "%-40s \"%s\"%n", fact.told(), words));
    }
    return page.toString();
  }
}
