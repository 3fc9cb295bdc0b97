package dev.rebound.localstack.demo;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The desktop of whoever sits in front of this machine, if anybody does. */
final class Desktop {

  private Desktop() {}

  /** Opens an address in the browser; false where there is no desktop. */
  static boolean show(String address) {
    boolean mac = System.getProperty("os.name").startsWith("Mac");
    Map<String, String> environment = System.getenv();
    if (!mac
        && !environment.containsKey("DISPLAY")
        && !environment.containsKey("WAYLAND_DISPLAY")) {
      return false;
    }
    try {
      new ProcessBuilder(List.of(mac ? "open" : "xdg-open", address))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
      return true;
    } catch (IOException missing) {
      return false;
    }
  }
}
