package dev.rebound.localstack;

import java.nio.file.Path;

/** The Java that runs us also runs the parts. */
final class JavaCommand {
  private JavaCommand() {}

  static String home() {
    return System.getProperty("java.home");
  }

  static String path() {
    return Path.of(home(), "bin", "java").toString();
  }
}
