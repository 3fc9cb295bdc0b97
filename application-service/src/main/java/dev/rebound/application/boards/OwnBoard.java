package dev.rebound.application.boards;

import dev.rebound.chassis.http.Caller;
import dev.rebound.chassis.http.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Keeps boards apart: to whoever acts for one, the others do not exist. */
@ApplicationScoped
public class OwnBoard {

  private final Caller caller;

  /** Wired by the container. */
  @Inject
  public OwnBoard(Caller caller) {
    this.caller = caller;
  }

  /** Fails with 404 where the caller's token names another board than the path, or none. */
  public void demand(String board) {
    if (caller.board().filter(board::equals).isEmpty()) {
      throw Problems.notFound();
    }
  }
}
