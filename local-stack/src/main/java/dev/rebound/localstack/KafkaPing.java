package dev.rebound.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Asks a broker which requests it understands (ApiVersions, version 0), the first question of every
 * Kafka client. A broker that answers it has joined its own quorum: it opens the port for clients
 * only then.
 */
public final class KafkaPing {
  private static final short API_VERSIONS = 18;
  private static final int CORRELATION = 0x5EB0;

  private KafkaPing() {}

  /** Whether a broker answers there within two seconds. */
  public static boolean answers(String host, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), 2000);
      socket.setSoTimeout(2000);
      byte[] client = "rebound".getBytes(UTF_8);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeInt(2 + 2 + 4 + 2 + client.length);
      out.writeShort(API_VERSIONS);
      out.writeShort(0);
      out.writeInt(CORRELATION);
      out.writeShort(client.length);
      out.write(client);
      out.flush();
      DataInputStream in = new DataInputStream(socket.getInputStream());
      in.readInt();
      return in.readInt() == CORRELATION && in.readShort() == 0;
    } catch (IOException notYet) {
      return false;
    }
  }
}
