package dev.rebound.testkit;

/** A broker that somebody else runs, and that is therefore not ours to stop. */
record GivenKafka(String bootstrapServers) implements KafkaServer {
  @Override
  public void stop() {
    throw notOurs();
  }

  @Override
  public void kill() {
    throw notOurs();
  }

  @Override
  public void start() {
    throw notOurs();
  }

  private UnsupportedOperationException notOurs() {
    return new UnsupportedOperationException(
        "This test stops the broker, and REBOUND_TEST_KAFKA names one that is not ours ("
            + bootstrapServers
            + "): unset it.");
  }
}
