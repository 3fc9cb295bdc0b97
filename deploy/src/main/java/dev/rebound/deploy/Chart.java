package dev.rebound.deploy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The chart in a checkout.
 *
 * @param folder the chart's folder, the one with Chart.yaml
 */
public record Chart(Path folder) {
  /** The release and its namespace, as docs/operations/install.md names them. */
  public static final String RELEASE = "rebound";

  /** The oldest Kubernetes that the chart is for. */
  private static final String KUBERNETES = "1.30.0";

  /** Helm's name of a hook, and ours of one that is to be seen. */
  private static final String HOOK = "helm.sh/hook";

  private static final String SEEN = "seen." + HOOK;

  /** The chart of the checkout in this folder. */
  public static Chart in(Path root) {
    return new Chart(root.resolve("deploy/helm/rebound"));
  }

  /**
   * A file of values: one that comes with the chart (production, local), or any other.
   *
   * @param name a name, or the path of a file
   * @throws IllegalArgumentException where there is no such file
   */
  public Path values(String name) {
    Path known = folder.resolve("values-" + name + ".yaml");
    Path file = Files.exists(known) ? known : Path.of(name).toAbsolutePath();
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "There are no values '" + name + "': say production, local, or the path of a file.");
    }
    return file;
  }

  /**
   * The manifests, as {@code helm template} gives them: with the hooks, which the library leaves
   * out of what it gives and which are therefore no hooks while it renders.
   *
   * @param settings what counts more than the file, as with {@code --set}
   * @throws IllegalStateException where Helm refuses, with what it says
   */
  public String render(Path values, Map<String, String> settings) {
    TemplateCommand command =
        new Helm(folder)
            .template()
            .withName(RELEASE)
            .withNamespace(RELEASE)
            .withKubeVersion(KUBERNETES)
            .withValuesFile(values);
    settings.forEach(command::set);
    command.set("global.printed", SEEN);
    return command.call().replace(SEEN, HOOK);
  }

  /** What Helm's own check says of the chart; its warnings count. */
  public LintResult lint() {
    return new Helm(folder).lint().strict().call();
  }
}
