package dev.rebound.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher script, in a checkout and on a machine that lack something. */
class LauncherTest {

  private static final String BASH = "/bin/bash";

  private static final List<String> TOOLS =
      List.of(
          "dirname",
          "sed",
          "df",
          "awk",
          "mkdir",
          "touch",
          "cat",
          "ls",
          "tr",
          "find",
          "head",
          "readlink",
          "grep",
          "tail",
          "tee",
          "rm",
          "cp",
          "mv");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path machine;

  @BeforeEach
  void install() throws Exception {
    Files.createDirectories(machine.resolve("bin"));
    Files.createDirectories(machine.resolve("checkout"));
    Files.copy(Root.find().folder().resolve("rebound"), machine.resolve("checkout/rebound"));
    for (String tool : TOOLS) {
      Path found =
          List.of("/usr/bin", "/bin").stream()
              .map(it -> Path.of(it, tool))
              .filter(Files::exists)
              .findFirst()
              .orElseThrow();
      program("bin/" + tool, "exec " + found + " \"$@\"");
    }
  }

  private record Said(int code, String text) {}

  private Said rebound(String javaHome, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(BASH));
    command.add(machine.resolve("checkout/rebound").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", machine.resolve("bin").toString());
    builder.environment().put("HOME", machine.toString());
    builder.environment().put("JAVA_HOME", javaHome);
    Process process = builder.start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Said(process.waitFor(), text);
  }

  private void program(String name, String script) throws Exception {
    Path program = machine.resolve(name);
    Files.createDirectories(program.getParent());
    Files.writeString(program, "#!" + BASH + "\n" + script + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"help", "--help", "-h"})
  void helpNeedsNothing(String word) throws Exception {
    Said said = rebound("", word);

    assertThat(said.code()).isZero();
    assertThat(said.text())
        .contains(
            "up [--detach]",
            "down",
            "status",
            "logs SERVICE",
            "test",
            "demo",
            "reset",
            "analyse",
            "rebuild",
            "chart --values",
            "images",
            "test --containers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bench", "rebuild", "up"})
  void aCommandExplainsItself(String command) throws Exception {
    Said said = rebound("", command, "--help");

    assertThat(said.code()).isZero();
    assertThat(said.text()).contains("Usage:", command);
  }

  @ParameterizedTest
  @ValueSource(strings = {"B11", "--quik", "b0"})
  void anUnknownBenchmarkIsRefusedBeforeAnythingIsBuilt(String word) throws Exception {
    Said said = rebound(System.getProperty("java.home"), "bench", "B1", word);

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.text()).contains("'" + word + "'").contains("B1 to B10").contains("--quick");
  }

  @Test
  void anUnknownCommandIsNamed() throws Exception {
    Said said = rebound("", "upp");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.text()).contains("There is no command 'upp'").contains("Usage:");
  }

  @Test
  void withoutMavenItSaysWhatToInstall() throws Exception {
    Said said = rebound(System.getProperty("java.home"), "up");

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.text()).contains("there is no 'mvn'").contains("apt-get install maven");
  }

  @Test
  void anOldMavenIsNamed() throws Exception {
    program("bin/mvn", "echo 'Apache Maven 3.6.3 (cecedd343002696d0abb50b32b541b8a6ba2883f)'");

    Said said = rebound(System.getProperty("java.home"), "up");

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.text()).contains("Maven 3.8 or later").contains("3.6.3");
  }

  @Test
  void withoutNodeItSaysWhatToInstall() throws Exception {
    program("bin/mvn", "echo 'Apache Maven 3.9.9'");

    Said said = rebound(System.getProperty("java.home"), "up");

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.text()).contains("Node 20.19 or later").contains("apt-get install nodejs npm");
  }

  @Test
  void anOldNodeIsNamed() throws Exception {
    program("bin/mvn", "echo 'Apache Maven 3.9.9'");
    node("v20.11.1");

    Said said = rebound(System.getProperty("java.home"), "up");

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.text()).contains("Node 20.19 or later").contains("20.11");
  }

  private void node(String version) throws Exception {
    program("bin/node", "echo " + version);
    program("bin/npm", "exit 0");
  }

  @Test
  void withoutABrowserTheTestsInItAreLeftOutAndItSaysSo() throws Exception {
    node("v22.3.0");
    program("bin/mvn", "[ \"$1\" = -v ] && echo 'Apache Maven 3.9.9' || echo \"mvn $*\"");

    Said said = rebound(System.getProperty("java.home"), "test");

    assertThat(said.code()).isZero();
    assertThat(said.text())
        .contains("LEFT OUT", "apt-get install chromium")
        .contains("mvn -B verify -Dleft.out=**/BrowserIT.java");
  }

  @Test
  void withABrowserNothingIsLeftOut() throws Exception {
    node("v22.3.0");
    program("bin/chromium", "exit 0");
    program("bin/mvn", "[ \"$1\" = -v ] && echo 'Apache Maven 3.9.9' || echo \"mvn $*\"");

    assertThat(rebound(System.getProperty("java.home"), "test").text())
        .contains("mvn -B verify\n")
        .doesNotContain("LEFT OUT");
  }

  @Test
  void aBuildTellsWhereItIs() throws Exception {
    node("v22.3.0");
    program(
        "bin/mvn",
        """
        [ "$1" = -v ] && { echo 'Apache Maven 3.9.9'; exit; }
        echo '[INFO] Building Rebound: events 0.1.0-SNAPSHOT        [2/13]'
        echo '[ERROR] Something does not compile.'
        exit 1\
        """);

    Said said = rebound(System.getProperty("java.home"), "up");

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.text())
        .contains("[2/13]    Rebound: events\n")
        .contains("Something does not compile")
        .contains("./rebound logs build");
    assertThat(rebound("", "logs", "build").text()).contains("Something does not compile");
  }

  @Test
  void itIsBuiltAgainWhenASourceIsNewerAndNotForWhatABuildGenerates() throws Exception {
    node("v22.3.0");
    program(
        "bin/mvn",
        """
        [ "$1" = -v ] && { echo 'Apache Maven 3.9.9'; exit; }
        mkdir -p local-stack/target/lib web/src/api
        touch local-stack/target/local-stack-1-SNAPSHOT.jar web/src/api/feedback.gen.ts\
        """);
    String javaHome = System.getProperty("java.home");

    assertThat(rebound(javaHome, "status").text()).contains("./rebound up");
    assertThat(rebound(javaHome, "up").text()).contains("Building Rebound");
    assertThat(rebound(javaHome, "up").text()).doesNotContain("Building Rebound");
    Files.writeString(machine.resolve("checkout/web/src/api/new.ts"), "");
    assertThat(rebound(javaHome, "up").text()).contains("Building Rebound");
  }

  @Test
  void aDiskThatFillsUpDuringTheBuildIsSaidPlainly() throws Exception {
    node("v20.19.0");
    program(
        "bin/mvn",
        """
        [ "$1" = -v ] && { echo 'Apache Maven 3.9.9'; exit; }
        echo '[ERROR] a.jar: No space left on device'
        exit 1\
        """);

    assertThat(rebound(System.getProperty("java.home"), "up").text()).contains("is full");
  }

  @ParameterizedTest
  @ValueSource(strings = {"down", "status", "reset", "rebuild"})
  void beforeTheFirstStartItSaysHowToStart(String command) throws Exception {
    Said said = rebound(System.getProperty("java.home"), command);

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.text()).contains("./rebound up");
  }

  @Test
  void theChartIsBuiltByItselfAndWhatTheBuildSaysIsNoManifest() throws Exception {
    Files.createDirectories(machine.resolve("checkout/deploy/src/main"));
    Files.createFile(machine.resolve("checkout/deploy/pom.xml"));
    program(
        "bin/mvn",
        """
        [ "$1" = -v ] && { echo 'Apache Maven 3.9.9'; exit; }
        echo "mvn $*"
        exit 1\
        """);

    Said said = rebound(System.getProperty("java.home"), "chart", "--values", "local");

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.text()).contains("-pl deploy package", "does not build");
  }

  @Test
  void anOlderJdkIsPassedOver() throws Exception {
    program("old/bin/javac", "echo 'javac 17.0.15'");
    program("bin/javac", "exec " + System.getProperty("java.home") + "/bin/javac \"$@\"");

    Said said = rebound(machine.resolve("old").toString(), "status");

    assertThat(said.text()).contains("./rebound up");
  }

  @Test
  void aLogThatIsNotThereIsAnsweredWithThoseThatAre() throws Exception {
    Files.createDirectories(machine.resolve("checkout/.rebound/logs"));
    Files.writeString(machine.resolve("checkout/.rebound/logs/web.log"), "here\n");

    assertThat(rebound("", "logs", "nobody").text()).contains("There are: web");
    assertThat(rebound("", "logs", "web").text()).isEqualTo("here\n");
  }
}
