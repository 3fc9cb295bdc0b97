package dev.rebound.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Parts for the tests of one JVM: on free ports, in folders of their own, gone with the JVM. */
public final class Throwaway {

  private Throwaway() {}

  /** A new PostgreSQL that answers, with this password for {@link LocalPostgres#SUPERUSER}. */
  public static LocalPostgres postgres(String superuserPassword) {
    Path folder = folder("postgres");
    LocalPostgres postgres =
        new LocalPostgres(
            Root.find(),
            folder.resolve("data"),
            Ports.free(),
            superuserPassword,
            process("postgres", folder),
            withThisJvm(folder));
    startAndAwait(postgres);
    return postgres;
  }

  /** A new, empty folder for what a part keeps. */
  public static Path folder(String part) {
    try {
      return Files.createTempDirectory("rebound-" + part + "-");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The broker of this port and folder, started or not. */
  public static LocalKafka kafka(int port, Path folder) {
    return new LocalKafka(
        Root.find(),
        folder.resolve("data"),
        port,
        process("kafka", folder),
        Start.BRIEF,
        withThisJvm(folder));
  }

  /** Starts a part where it does not run, and returns when it answers. */
  public static void startAndAwait(Part part) {
    part.start();
    part.awaitReady();
  }

  private static BackgroundProcess process(String name, Path folder) {
    return new BackgroundProcess(name, folder, folder.resolve(name + ".log"));
  }

  private static Lifetime withThisJvm(Path scratch) {
    return new Lifetime.WithProcess(ProcessHandle.current().pid(), scratch);
  }
}
