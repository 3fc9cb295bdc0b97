package dev.rebound.application.handling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What RFC 7396 says of each case, on values of our own. */
class MergePatchTest {

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
}
