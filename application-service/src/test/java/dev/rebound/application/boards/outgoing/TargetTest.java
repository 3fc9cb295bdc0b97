package dev.rebound.application.boards.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

  /** n = 44. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.255.255.255",
        "10.0.0.0",
        "10.255.255.255",
        "100.64.0.0",
        "100.127.255.255",
        "127.0.0.1",
        "127.1",
        "127.255.255.255",
        "2130706433",
        "169.254.0.1",
        "169.254.169.254",
        "172.16.0.0",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.1",
        "192.168.255.255",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "[::]",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:10.0.0.1]",
        "[::ffff:8.8.8.8]",
        "[::8.8.8.8]",
        "[64:ff9b::7f00:1]",
        "[100::1]",
        "[2001::1]",
        "[2001:db8::1]",
        "[2002:7f00:1::]",
        "[3fff::1]",
        "[fc00::1]",
        "[fdff::1]",
        "[fe80::1]",
        "[fec0::1]",
        "[ff02::1]"
      })
  void addressesOfSomeHouseAreNotCalled(String host) {
    assertThat(chosen("https://" + host + "/", false, host)).isFalse();
    assertThat(chosen("https://" + host + "/", true, host)).isFalse();
  }

  /** n = 14, each beside the edge of a closed range. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0.0.0",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "[2001:4860:4860::8888]",
        "[2a00:1450::1]"
      })
  void addressesOfTheWorldAre(String host) {
    assertThat(chosen("https://" + host + "/", false, host)).isTrue();
  }

  @Test
  void aNameWithOneClosedAddressIsNotCalledAtAll() throws UnknownHostException {
    Target target = Target.read("https://hooks.example.com/", false).orElseThrow();
    InetAddress open = InetAddress.getByName("93.184.216.34");
    InetAddress closed = InetAddress.getByName("10.0.0.1");

    assertThat(target.choose(open)).isEqualTo(open);
    assertThat(target.choose(open, closed)).isNull();
    assertThat(target.choose(closed, open)).isNull();
    assertThat(target.choose()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    // host, in development, called
    "127.0.0.1, true, true",
    "[::1], true, true",
    "127.0.0.1, false, false",
    "93.184.216.34, true, false",
    "10.0.0.1, true, false",
    "169.254.169.254, true, false",
    "0.0.0.0, true, false",
  })
  void withoutTlsOnlyADevelopersOwnMachineIs(String host, boolean development, boolean called) {
    assertThat(chosen("http://" + host + ":8080/", development, host)).isEqualTo(called);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hooks.example.com",
        "//hooks.example.com/",
        "/hooks",
        "ftp://hooks.example.com/",
        "file:///etc/passwd",
        "https:hooks.example.com",
        "https:///hooks",
        "https://user@hooks.example.com/",
        "https://user:word@hooks.example.com/",
        "https://hooks.example.com/#part",
        "https://hooks.example.com:0/",
        "https://hooks.example.com:65536/",
        "https://hooks.example.com:port/",
        "https://hooks example.com/",
        "https://hooks.example.com/\r\nx: y"
      })
  void whatIsNoUrlIsNotRead(String url) {
    assertThat(Target.read(url, true)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://hooks.example.com, 443, /",
    "https://hooks.example.com/a/b?c=d%20e, 443, /a/b?c=d%20e",
    "HTTPS://hooks.example.com:8443/, 8443, /",
  })
  void whatIsOneIsTakenApart(String url, int port, String path) {
    Target target = Target.read(url, false).orElseThrow();

    assertThat(target.port()).isEqualTo(port);
    assertThat(target.path()).isEqualTo(path);
    assertThat(target.isSecure()).isTrue();
  }

  private static boolean chosen(String url, boolean development, String host) {
    return Target.read(url, development)
        .filter(target -> {
          try {
            return target.choose(InetAddress.getAllByName(host)) != null;
          } catch (UnknownHostException noAddress) {
            return false;
          }
        })
        .isPresent();
  }
}
