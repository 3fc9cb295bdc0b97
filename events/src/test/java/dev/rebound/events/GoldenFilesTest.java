package dev.rebound.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every version that was ever published can be read, and what is written today is what was written
 * then. A sample is never changed and never taken away: a new version brings a new file, and an
 * added component a new full sample, beside which the one before stays as an earlier one.
 */
class GoldenFilesTest {

  private static final Set<EventType> WITH_WHOLE_POSTING =
      Set.of(EventType.APPLICATION_SUBMITTED, EventType.APPLICATION_CORRECTED);
  private static final Set<String> NOT_IN_SUMMARY = Set.of("Posting.description", "Posting.url");

  @Test
  void everyVersionHasAFileAndEveryFileAVersion() {
    System.out.printf(
        "R9 %d golden files: %d without a version, or versions without a file%n",
        ContractFiles.namesIn(ContractFiles.GOLDEN).size(), unmatched(ContractFiles.GOLDEN).size());
    assertThat(unmatched(ContractFiles.GOLDEN)).isEmpty();
  }

  /** Shows that the test above notices: it would be no protection if it did not. */
  @ParameterizedTest
  @MethodSource("all")
  void takingAnyOneAwayBreaksTheBuild(Golden taken, @TempDir Path folder) throws IOException {
    String name = ContractFiles.name(taken.type(), taken.version());
    for (String kept : ContractFiles.namesIn(ContractFiles.GOLDEN)) {
      if (!kept.equals(name)) {
        Files.copy(ContractFiles.GOLDEN.resolve(kept), folder.resolve(kept));
      }
    }

    assertThat(unmatched(folder)).containsExactly(name);
  }

  /** The files that are missing from a folder, and those in it that no version belongs to. */
  private static Set<String> unmatched(Path folder) {
    Set<String> unmatched = new TreeSet<>(ContractFiles.namesIn(folder));
    for (EventType type : EventType.values()) {
      for (int version = 1; version <= type.version(); version++) {
        String name = ContractFiles.name(type, version);
        if (!unmatched.remove(name)) {
          unmatched.add(name);
        }
      }
    }
    return unmatched;
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyVersionIsRead(Golden golden) {
    assertThat(golden.inClear())
        .allSatisfy(sample ->
            assertThat(EventJson.read(golden.type(), golden.version(), sample))
                .isInstanceOf(golden.type().record()));
  }

  @ParameterizedTest
  @MethodSource("newest")
  void whatIsReadIsWrittenBackAsItWas(Golden golden) {
    assertThat(golden.inClear())
        .allSatisfy(sample -> assertThat(rewritten(golden, sample)).isEqualTo(sample));
  }

  /** Everything but the long text and the link of a posting, where only its summary is carried. */
  @ParameterizedTest
  @MethodSource("newest")
  void theFullSampleHasEverything(Golden golden) {
    boolean whole = WITH_WHOLE_POSTING.contains(golden.type());

    assertThat(Place.in(golden.type(), golden.full()))
        .allSatisfy(place ->
            assertThat(place.value(golden.full()).isMissingNode())
                .isEqualTo(
                    !whole && NOT_IN_SUMMARY.contains(ContractRecords.name(place.component()))));
  }

  @ParameterizedTest
  @MethodSource("newest")
  void theMinimalSampleHasWhatIsRequired(Golden golden) {
    assertThat(Place.in(golden.type(), golden.minimal()))
        .allSatisfy(place ->
            assertThat(place.value(golden.minimal()).isMissingNode())
                .isNotEqualTo(place.isRequired()));
  }

  @ParameterizedTest
  @MethodSource("newest")
  void thePublishedSampleIsTheFullOneWithItsWordsSealed(Golden golden) {
    ObjectNode full = golden.full();
    ObjectNode published = golden.published();
    for (Place place : golden.places()) {
      if (place.isPersonal()) {
        assertThat(place.value(golden.published()).at("/sealed/subject").asText())
            .as("whose key seals %s", place)
            .isEqualTo(subject(place, golden.full()));
        full = place.without(full);
        published = place.without(published);
      }
    }
    assertThat(published).isEqualTo(full);
  }

  private static String subject(Place place, ObjectNode full) {
    return switch (place.component().getAnnotation(Personal.class).of()) {
      case CANDIDATE -> full.path("candidateId").asText();
      case RECRUITER -> full.at(place.holder()).path("recruiterId").asText();
    };
  }

  /** By way of bytes, as between two services: a tree in memory has kinds of numbers of its own. */
  private static JsonNode rewritten(Golden golden, ObjectNode sample) {
    ReboundEvent event = EventJson.read(golden.type(), golden.version(), sample);
    try {
      return EventJson.mapper()
          .readTree(EventJson.mapper().writeValueAsBytes(EventJson.write(event)));
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  static Stream<Golden> all() {
    return Golden.all();
  }

  static Stream<Golden> newest() {
    return Golden.newest();
  }
}
