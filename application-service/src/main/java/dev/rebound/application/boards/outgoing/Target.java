package dev.rebound.application.boards.outgoing;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a board wants to be called.
 *
 * @param uri absolute, with a host, without a user or a fragment
 * @param development whether this is a developer's machine, where {@code http} may go to loopback
 *     and to nothing else
 */
record Target(URI uri, boolean development) {

  private static final int LONGEST = 2000;
  private static final int HTTPS = 443;
  private static final int HTTP = 80;
  private static final int LAST_PORT = 65_535;

  /** Reads a URL; empty where it is none that could be called. */
  static Optional<Target> read(String url, boolean development) {
    try {
      URI uri = new URI(url);
      boolean scheme =
          "https".equalsIgnoreCase(uri.getScheme())
              || development && "http".equalsIgnoreCase(uri.getScheme());
      boolean plain =
          uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null;
      boolean port = uri.getPort() == -1 || uri.getPort() > 0 && uri.getPort() <= LAST_PORT;
      return url.length() <= LONGEST && scheme && plain && port
          ? Optional.of(new Target(uri, development))
          : Optional.empty();
    } catch (URISyntaxException notOne) {
      return Optional.empty();
    }
  }

  boolean isSecure() {
    return "https".equalsIgnoreCase(uri.getScheme());
  }

  int port() {
    return uri.getPort() == -1 ? isSecure() ? HTTPS : HTTP : uri.getPort();
  }

  /** The path and the query, as they are sent. */
  String path() {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  /**
   * The address to call, out of those that the name leads to. A name that leads to a closed address
   * beside an open one is not called at all: nobody who means well has such a name.
   */
  @Nullable InetAddress choose(InetAddress... found) {
    return found.length > 0 && Arrays.stream(found).allMatch(this::isAllowed) ? found[0] : null;
  }

  private boolean isAllowed(InetAddress address) {
    if (!isSecure()) {
      return development && address.isLoopbackAddress();
    }
    // Java takes an IPv4 address out of the IPv6 address it was written in.
    boolean disguised = uri.getHost().startsWith("[") && address instanceof Inet4Address;
    return !disguised && PublicAddress.is(address);
  }
}
