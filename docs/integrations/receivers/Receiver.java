import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Takes Rebound's webhooks: WEBHOOK_SECRET=whsec_... java Receiver.java 9000
void main(String[] args) throws Exception {
  byte[] key = Base64.getDecoder().decode(System.getenv("WEBHOOK_SECRET").substring("whsec_".length()));
  Set<String> seen = ConcurrentHashMap.newKeySet(); // in earnest: a table with a unique id
  HttpServer server = HttpServer.create(new InetSocketAddress(Integer.parseInt(args[0])), 0);
  server.setExecutor(Executors.newVirtualThreadPerTaskExecutor()); // nobody waits for a slow sender
  server.createContext("/", call -> {
    String id = call.getRequestHeaders().getFirst("webhook-id");
    String time = call.getRequestHeaders().getFirst("webhook-timestamp");
    String given = call.getRequestHeaders().getFirst("webhook-signature");
    byte[] body = call.getRequestBody().readNBytes(1_000_001);
    boolean genuine = body.length <= 1_000_000 && id != null && time != null && given != null && time.matches("\\d{1,12}")
        && Math.abs(Instant.now().getEpochSecond() - Long.parseLong(time)) <= 300;
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((id + "." + time + ".").getBytes(StandardCharsets.UTF_8));
      byte[] expected = ("v1," + Base64.getEncoder().encodeToString(mac.doFinal(body))).getBytes();
      genuine = genuine && java.util.Arrays.stream(given.split(" "))
          .anyMatch(one -> MessageDigest.isEqual(one.getBytes(), expected));
    } catch (java.security.GeneralSecurityException impossible) { genuine = false; }
    if (genuine && seen.add(id)) System.out.println(new String(body, StandardCharsets.UTF_8));
    call.sendResponseHeaders(genuine ? 204 : 401, -1);
    call.close();
  });
  server.start();
}
