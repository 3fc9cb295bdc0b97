package dev.rebound.chassis.logging;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Takes what exceptions say out of the log, and leaves their kinds and places: messages quote what
 * they choke on (a row's values, a line of a document), and that may be somebody's words. Our own
 * code logs no exception; this is for the libraries that do.
 */
@LoggingFilter(name = "without-words")
public final class WithoutWords implements Filter {

  @Override
  public boolean isLoggable(LogRecord line) {
    Throwable thrown = line.getThrown();
    if (thrown != null && !(thrown instanceof Wordless)) {
      line.setThrown(new Wordless(thrown, 0));
    }
    return true;
  }

  /** An exception's kind, place and causes. */
  private static final class Wordless extends Throwable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_CAUSES = 8;

    private final String kind;

    Wordless(Throwable said, int depth) {
      super(null, cause(said, depth), false, true);
      this.kind = said.getClass().getName();
      setStackTrace(said.getStackTrace());
    }

    private static @Nullable Throwable cause(Throwable said, int depth) {
      Throwable cause = said.getCause();
      return cause == null || depth == MOST_CAUSES ? null : new Wordless(cause, depth + 1);
    }

    @Override
    public String toString() {
      return kind;
    }
  }
}
