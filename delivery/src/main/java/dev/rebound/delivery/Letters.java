package dev.rebound.delivery;

import dev.rebound.delivery.Delivered.Bad;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Where a delivery tells what it could not deliver. */
public interface Letters {

  /** Completes once they are safe. */
  Uni<Void> send(String handler, Source source, List<Bad> letters);

  /** Tells nobody, where it was told before. */
  static Letters none() {
    return (handler, source, letters) -> Uni.createFrom().voidItem();
  }
}
