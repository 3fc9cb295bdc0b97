package dev.rebound.localstack;

import java.io.PrintStream;

/** What a person needs to know once everything runs. */
final class Welcome {
  private final LocalStack stack;

  Welcome(LocalStack stack) {
    this.stack = stack;
  }

  void print(PrintStream out) {
    out.println();
    out.println("Rebound is up.");
    stack.parts().reversed().forEach(it -> out.printf("  %-12s %s%n", it.name(), it.address()));
    out.println();
    out.println("Accounts (each one's password is its user name):");
    out.println("  candidates   candidate, candidate2");
    out.println(
        "  board acme   recruiter, board-admin       board globex   recruiter2, board-admin2");
    out.println("  operator     operator                     Keycloak's own administrator   admin");
    out.println("E-mails that would be sent: " + stack.settings().url("feedback") + "/dev/mailbox");
    out.println("Next: ./rebound demo, ./rebound status, ./rebound logs SERVICE, ./rebound down");
  }
}
