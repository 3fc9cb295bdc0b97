package dev.rebound.application.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What RFC 7396 says of each case, on values of our own. */
class MergePatchTest {

  record Boat(@Nullable String name, @Nullable Sail sail) {}

  record Sail(@Nullable String cloth, @Nullable Integer reefs) {}

  private static final Boat BOAT = new Boat("Ente", new Sail("cotton", 2));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'x':1}         | {'x':2}             | {'x':2}",
        "{'x':1}         | {'y':2}             | {'x':1,'y':2}",
        "{'x':1,'y':2}   | {'x':null}          | {'y':2}",
        "{'x':{'y':1}}   | {'x':{'z':2}}       | {'x':{'y':1,'z':2}}",
        "{'x':{'y':1}}   | {'x':{'y':null}}    | {'x':{}}",
        "{'x':[1,2]}     | {'x':[3]}           | {'x':[3]}",
        "{'x':1}         | {'x':{'y':{'z':null}}} | {'x':{'y':{}}}",
        "{}              | {'x':null}          | {}"
      })
  void merges(String target, String patch, String merged) throws Exception {
    ObjectMapper json = new ObjectMapper();
    assertThat(
            MergePatch.apply(
                json.readTree(target.replace('\'', '"')), json.readTree(patch.replace('\'', '"'))))
        .isEqualTo(json.readTree(merged.replace('\'', '"')));
  }

  @Test
  void aValueIsMerged() throws Exception {
    assertThat(patched("{'name':'Gans','sail':{'cloth':null}}"))
        .isEqualTo(new Boat("Gans", new Sail(null, 2)));
    assertThat(patched("{'sail':null}")).isEqualTo(new Boat("Ente", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'nmae':'Gans'}",
        "{'nmae':null}",
        "{'name':'Gans','sial':null}",
        "{'sail':{'clot':null}}",
        "{'sail':{'clot':{'x':null}}}"
      })
  void aNameThatTheValueDoesNotHaveIsRefusedWhateverIsSaidOfIt(String patch) {
    assertThatThrownBy(() -> patched(patch)).isInstanceOf(UnrecognizedPropertyException.class);
  }

  private static Boat patched(String patch) throws Exception {
    ObjectMapper json = new ObjectMapper();
    return MergePatch.apply(json, BOAT, json.readTree(patch.replace('\'', '"')), Boat.class);
  }
}
