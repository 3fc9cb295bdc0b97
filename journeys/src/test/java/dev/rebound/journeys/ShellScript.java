package dev.rebound.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Blocks of shell commands, run one after the other in one bash, as somebody would who pastes them.
 * Each call of curl is made as it is written, and what it was answered is noted.
 *
 * @param blocks each the lines of one
 */
record ShellScript(List<String> blocks) {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  /**
   * Stands in front of curl, which prints what it would have printed, so that a block goes on with
   * it. What somebody has set for their own calls, such as a proxy, does not count.
   */
  private static final String BEGINNING =
      """
      set -euo pipefail
      curl() {
        local status
        : >answer
        status=$(command curl -q --noproxy '*' --show-error --max-time 20 "$@" \\
          --output answer --write-out '%{http_code}') || return
        printf '%s %s %s\\n' "$block_number" "$status" "$(tr -d '\\r\\n' <answer)" >>answers
        cat answer
      }
      """;

  /**
   * What a call was answered.
   *
   * @param block which of the blocks has made it, from 0 on
   * @param body in one line
   */
  record Answer(int block, int status, String body) {}

  /**
   * Runs all of it; fails where a command fails, such as a call that finds nobody, and where it
   * takes longer than a minute.
   *
   * @param folder an empty one, in which it runs
   * @return the answers in the order of the calls
   */
  List<Answer> run(Path folder) throws IOException, InterruptedException {
    Path script = Files.writeString(folder.resolve("script"), text());
    Path answers = Files.createFile(folder.resolve("answers"));
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder("bash", script.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    process.getOutputStream().close();
    boolean ended = process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
    if (!ended) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    String said = Files.readString(output);
    assertThat(ended).as("has ended within %s, and said:%n%s", LIMIT, said).isTrue();
    assertThat(process.exitValue()).as("how it has ended, which said:%n%s", said).isZero();
    return Files.readAllLines(answers).stream().map(ShellScript::answer).toList();
  }

  private String text() {
    StringBuilder text = new StringBuilder(BEGINNING);
    for (int i = 0; i < blocks.size(); i++) {
      text.append("block_number=").append(i).append('\n').append(blocks.get(i)).append('\n');
    }
    return text.toString();
  }

  private static Answer answer(String line) {
    String[] parts = line.split(" ", 3);
    return new Answer(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), parts[2]);
  }
}
