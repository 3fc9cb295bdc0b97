package dev.rebound.journeys;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;

/** A board's server, which takes whatever it is sent and remembers it. */
final class Receiver implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Queue<JsonNode> told = new ConcurrentLinkedQueue<>();
  private final HttpServer server;

  /** One on a free port. */
  Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
  }

  /** Where it is called. */
  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** Of whom it was told something, by the board's own ids. */
  Set<String> told(String type) {
    return told.stream()
        .filter(call -> call.path("type").asText().equals(type))
        .map(call -> call.path("data").path("candidate").path("externalIds"))
        .flatMap(ids -> StreamSupport.stream(ids.spliterator(), false))
        .map(JsonNode::asText)
        .collect(toSet());
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      told.add(JSON.readTree(exchange.getRequestBody()));
      exchange.sendResponseHeaders(204, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
