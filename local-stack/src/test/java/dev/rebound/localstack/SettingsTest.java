package dev.rebound.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  @ParameterizedTest
  @CsvSource({
    "web, 8080",
    "application, 8081",
    "feedback, 8082",
    "insights, 8083",
    "keycloak, 8180",
    "postgres, 15432",
    "kafka, 19092"
  })
  void eachPartIsWhereTheDocumentsSay(String part, int port) {
    assertThat(new Settings(Map.of()).port(part)).isEqualTo(port);
  }

  @Test
  void aVariableChoosesAnotherPort() {
    Settings settings = new Settings(Map.of("REBOUND_WEB_PORT", "18080"));

    assertThat(settings.url("web")).isEqualTo("http://localhost:18080");
  }

  @Test
  void twoPartsCannotShareAPort() {
    Settings settings = new Settings(Map.of("REBOUND_WEB_PORT", "8083"));

    assertThatThrownBy(settings::requireDistinctPorts)
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("insights and web cannot both have port 8083")
        .hasMessageContaining("REBOUND_WEB_PORT");
  }

  @Test
  void theDocumentedPortsAreDistinct() {
    assertThatCode(new Settings(Map.of())::requireDistinctPorts).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "-1", "eighty", "8080x", "999999"})
  void whatIsNoPortIsNamed(String set) {
    Settings settings = new Settings(Map.of("REBOUND_WEB_PORT", set));

    assertThatThrownBy(() -> settings.port("web"))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("REBOUND_WEB_PORT")
        .hasMessageContaining(set);
  }
}
