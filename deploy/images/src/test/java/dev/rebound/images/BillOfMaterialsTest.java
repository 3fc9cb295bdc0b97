package dev.rebound.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of what is in an image. */
class BillOfMaterialsTest {
  private static final Release RELEASE = new Release("1.2.3", "abc", Instant.EPOCH);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @BeforeEach
  void anApplication() throws Exception {
    Files.createDirectories(folder.resolve("lib/main"));
    Files.writeString(folder.resolve("lib/main/org.some.plain-1.0.jar"), "plain");
    Files.writeString(folder.resolve("lib/main/org.some.native-2.0-linux-x86_64.jar"), "native");
    Files.writeString(
        folder.resolve(BillOfMaterials.DEPENDENCIES),
        "org.some:plain::jar:1.0\norg.some:native:linux-x86_64:jar:2.0\norg.some:left-out::jar:3\n");
  }

  @Test
  void aJarIsListedWithItsHashAndWhatIsNotPackagedIsNot() throws Exception {
    JsonNode bill = read(new BillOfMaterials().jars(folder));

    assertThat(bill.findValuesAsText("purl"))
        .containsExactly(
            "pkg:maven/org.some/plain@1.0?type=jar",
            "pkg:maven/org.some/native@2.0?classifier=linux-x86_64&type=jar");
    assertThat(bill.at("/components/0/hashes/0/content").asText()).hasSize(64);
  }

  @Test
  void aJarThatNobodyListedIsNotPassedOver() throws Exception {
    Files.writeString(folder.resolve("lib/main/stowaway.jar"), "?");

    assertThatThrownBy(() -> new BillOfMaterials().jars(folder)).hasMessageContaining("stowaway");
  }

  @Test
  void packagesOfDebianAreOfTheirRelease() throws Exception {
    Path list =
        Files.writeString(folder.resolve("packages.tsv"), "libc6\t2.36-9+deb12u10\tamd64\n");
    Path system = Files.writeString(folder.resolve("os"), "ID=debian\nVERSION_ID=\"12\"\n");

    assertThat(read(new BillOfMaterials().packages(list, system)).findValuesAsText("purl"))
        .containsExactly("pkg:deb/debian/libc6@2.36-9%2Bdeb12u10?arch=amd64&distro=debian-12");
  }

  @Test
  void pagesAreMadeOfWhatIsShippedAndNotOfTools() throws Exception {
    Path lock =
        Files.writeString(
            folder.resolve("package-lock.json"),
            """
            {"packages": {"": {"version": "0"},
             "node_modules/@some/part": {"version": "4.5"},
             "node_modules/tool": {"version": "6", "dev": true}}}\
            """);

    assertThat(read(new BillOfMaterials().pages(lock)).findValuesAsText("purl"))
        .containsExactly("pkg:npm/%40some/part@4.5");
  }

  @Test
  void theSameContentIsTheSameDocument() throws Exception {
    byte[] once = new BillOfMaterials().jars(folder).of("web", RELEASE);

    assertThat(new BillOfMaterials().jars(folder).of("web", RELEASE)).isEqualTo(once);
    JsonNode document = new ObjectMapper().readTree(once);
    assertThat(document.path("bomFormat").asText()).isEqualTo("CycloneDX");
    assertThat(document.at("/metadata/component/version").asText()).isEqualTo("1.2.3");
  }

  private static JsonNode read(BillOfMaterials bill) throws Exception {
    return new ObjectMapper().readTree(bill.of("web", RELEASE));
  }
}
