package dev.rebound.web.forwarding;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/**
 * A request's body of unannounced length that fails as soon as it is longer than allowed; what
 * comes after that is thrown away.
 */
final class BoundedBody implements ReadStream<Buffer> {

  private final ReadStream<Buffer> body;
  private final long limit;
  private long seen;
  private @Nullable Handler<Throwable> failed;

  BoundedBody(ReadStream<Buffer> body, long limit) {
    this.body = body;
    this.limit = limit;
  }

  /** Whether the body turned out to be too long. */
  boolean exceeded() {
    return seen > limit;
  }

  @Override
  public BoundedBody handler(@Nullable Handler<Buffer> handler) {
    body.handler(handler == null ? null : buffer -> take(buffer, handler));
    return this;
  }

  private void take(Buffer buffer, Handler<Buffer> handler) {
    boolean before = exceeded();
    seen += buffer.length();
    if (!exceeded()) {
      handler.handle(buffer);
    } else if (!before && failed != null) {
      failed.handle(new IllegalStateException("a body of more than " + limit + " bytes"));
    }
  }

  @Override
  public BoundedBody exceptionHandler(@Nullable Handler<Throwable> handler) {
    failed = handler;
    body.exceptionHandler(handler);
    return this;
  }

  @Override
  public BoundedBody endHandler(@Nullable Handler<Void> handler) {
    body.endHandler(
        handler == null
            ? null
            : end -> {
              if (!exceeded()) {
                handler.handle(end);
              }
            });
    return this;
  }

  @Override
  public BoundedBody pause() {
    body.pause();
    return this;
  }

  @Override
  public BoundedBody resume() {
    body.resume();
    return this;
  }

  @Override
  public BoundedBody fetch(long amount) {
    body.fetch(amount);
    return this;
  }
}
