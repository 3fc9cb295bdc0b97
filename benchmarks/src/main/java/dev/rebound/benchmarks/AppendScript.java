package dev.rebound.benchmarks;

/**
 * The statement that appends one event to a new stream, the same as the services', as a script for
 * pgbench: every parameter has become an expression that makes a value of the same shape.
 */
final class AppendScript {

  private AppendScript() {}

  /** Appends one event whose data are so many bytes, at the first version of a new stream. */
  static String of(String statement, int bytes) {
    return of(statement, "'application-' || uuidv7()", "0", bytes);
  }

  /** Appends one event of so many bytes to this stream, on top of what it has. */
  static String onto(String stream, String statement, int bytes) {
    String name = "'" + stream + "'";
    return of(
        statement,
        name,
        "(select coalesce(max(version), 0) from event where stream = " + name + ")",
        bytes);
  }

  private static String of(String statement, String stream, String expected, int bytes) {
    String[] values = {
      "array[" + stream + "]",
      "array[" + expected + "]",
      "array[null]",
      "'{}'",
      "'{}'",
      "'{}'",
      "'{}'",
      "array[" + stream + "]",
      "array[" + expected + " + 1]",
      "array[uuidv7()]",
      "array['rebound.ApplicationSubmitted.v1']",
      "array[gen_random_uuid()]",
      "array[null]",
      "array[uuidv7()]",
      "array[null]",
      "array[now()]",
      "array[convert_to(repeat('x', " + bytes + "), 'UTF8')]",
      "array[null]",
    };
    String script = statement;
    for (int i = values.length; i >= 1; i--) {
      script = script.replace("$" + i + "::", "(" + values[i - 1] + ")::");
    }
    return script.replace('\n', ' ') + ";\n";
  }
}
