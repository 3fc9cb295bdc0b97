package dev.rebound.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What is in an image, as a CycloneDX 1.6 document: the jars with their hashes, the packages of
 * Debian, the JDK, and for the pages the packages of npm.
 */
final class BillOfMaterials {
  /** The list that Quarkus writes beside what it packages. */
  static final String DEPENDENCIES = "quarkus-app-dependencies.txt";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final ArrayNode components = JSON.createArrayNode();

  /** The jars of an application; each has to be in the list of its build. */
  BillOfMaterials jars(Path application) throws IOException {
    Map<String, Path> there = new HashMap<>();
    try (Stream<Path> files = Files.walk(application.resolve("lib"))) {
      files
          .filter(it -> it.toString().endsWith(".jar"))
          .forEach(it -> there.put(it.getFileName().toString(), it));
    }
    for (String line : Files.readAllLines(application.resolve(DEPENDENCIES))) {
      // group:artifact:classifier:type:version, where the classifier is mostly empty
      String[] words = line.split(":", -1);
      String classifier = words[2].isEmpty() ? "" : "-" + words[2];
      Path jar = there.remove(words[0] + "." + words[1] + "-" + words[4] + classifier + ".jar");
      if (jar != null) {
        String purl =
            "pkg:maven/%s/%s@%s?%stype=%s"
                .formatted(
                    words[0],
                    words[1],
                    words[4],
                    words[2].isEmpty() ? "" : "classifier=" + words[2] + "&",
                    words[3]);
        ObjectNode component = component(words[1], words[4], purl).put("group", words[0]);
        component.putArray("hashes").addObject().put("alg", "SHA-256").put("content", hash(jar));
      }
    }
    if (!there.isEmpty()) {
      throw new IllegalStateException("jars that nobody listed: " + there.keySet());
    }
    return this;
  }

  /**
   * Packages of Debian.
   *
   * @param list lines of name, version and architecture, with tabs between them
   * @param system the base's os-release, which says of which Debian they are
   */
  BillOfMaterials packages(Path list, Path system) throws IOException {
    Properties release = new Properties();
    try (var reader = Files.newBufferedReader(system)) {
      release.load(reader);
    }
    String distribution = unquoted(release, "ID") + "-" + unquoted(release, "VERSION_ID");
    for (String line : Files.readAllLines(list)) {
      String[] words = line.split("\t");
      component(
          words[0],
          words[1],
          "pkg:deb/debian/%s@%s?arch=%s&distro=%s"
              .formatted(words[0], words[1].replace("+", "%2B"), words[2], distribution));
    }
    return this;
  }

  /** The JVM in this folder. */
  BillOfMaterials runtime(Path java) throws IOException {
    Properties release = new Properties();
    try (var reader = Files.newBufferedReader(java.resolve("release"))) {
      release.load(reader);
    }
    String version = Runtime.version().toString();
    component("openjdk", version, "pkg:generic/openjdk@" + version.replace("+", "%2B"))
        .put("description", "Java " + unquoted(release, "JAVA_VERSION"));
    return this;
  }

  /** The packages of npm that pages are made of, from a package-lock.json; those of tools not. */
  BillOfMaterials pages(Path lock) throws IOException {
    for (Map.Entry<String, JsonNode> entry :
        JSON.readTree(lock.toFile()).path("packages").properties()) {
      int name = entry.getKey().lastIndexOf("node_modules/");
      if (name >= 0 && !entry.getValue().path("dev").asBoolean()) {
        String known = entry.getKey().substring(name + "node_modules/".length());
        String version = entry.getValue().path("version").asText();
        component(known, version, "pkg:npm/" + known.replace("@", "%40") + "@" + version);
      }
    }
    return this;
  }

  private ObjectNode component(String name, String version, String purl) {
    return components
        .addObject()
        .put("type", "library")
        .put("bom-ref", purl)
        .put("name", name)
        .put("version", version)
        .put("purl", purl);
  }

  /** The document, of an image of this name. */
  byte[] of(String image, Release release) throws IOException {
    ObjectNode document = JSON.createObjectNode();
    document.put("bomFormat", "CycloneDX").put("specVersion", "1.6");
    String content = image + release + components;
    document.put(
        "serialNumber",
        "urn:uuid:" + UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)));
    document.put("version", 1);
    ObjectNode metadata =
        document.putObject("metadata").put("timestamp", release.made().toString());
    metadata
        .putObject("component")
        .put("type", "container")
        .put("bom-ref", image)
        .put("name", image)
        .put("version", release.tag());
    document.set("components", components);
    return JSON.writeValueAsBytes(document);
  }

  /** The names in it. */
  List<String> names() {
    return components.findValuesAsText("name");
  }

  private static String unquoted(Properties properties, String name) {
    return properties.getProperty(name, "unknown").replace("\"", "");
  }

  private static String hash(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
    }
  }
}
