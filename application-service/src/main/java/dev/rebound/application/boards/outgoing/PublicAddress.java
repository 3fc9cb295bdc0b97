package dev.rebound.application.boards.outgoing;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Tells addresses that belong to the whole world from those of some house: a stranger may name the
 * former only. By the special-purpose registries of IANA, and beyond them IPv6 is global unicast
 * alone, without the ranges that carry an IPv4 address inside.
 */
final class PublicAddress {

  private static final int[][] CLOSED_V4 = {
    // address, prefix length
    {ip(0, 0, 0, 0), 8}, // this network
    {ip(10, 0, 0, 0), 8}, // private
    {ip(100, 64, 0, 0), 10}, // shared by carriers
    {ip(127, 0, 0, 0), 8}, // loopback
    {ip(169, 254, 0, 0), 16}, // link-local, clouds' metadata
    {ip(172, 16, 0, 0), 12}, // private
    {ip(192, 0, 0, 0), 24}, // protocol assignments
    {ip(192, 0, 2, 0), 24}, // documentation
    {ip(192, 88, 99, 0), 24}, // relays of 6to4
    {ip(192, 168, 0, 0), 16}, // private
    {ip(198, 18, 0, 0), 15}, // benchmarks
    {ip(198, 51, 100, 0), 24}, // documentation
    {ip(203, 0, 113, 0), 24}, // documentation
    {ip(224, 0, 0, 0), 3}, // multicast, reserved, broadcast
  };

  private PublicAddress() {}

  /** Whether a stranger's call may go there. */
  static boolean is(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? isOpenV4(bytes) : isOpenV6(bytes);
  }

  private static boolean isOpenV4(byte[] bytes) {
    int address = ip(bytes[0], bytes[1], bytes[2], bytes[3]);
    for (int[] range : CLOSED_V4) {
      int shift = Integer.SIZE - range[1];
      if (address >>> shift == range[0] >>> shift) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOpenV6(byte[] bytes) {
    int first = group(bytes, 0);
    int second = group(bytes, 1);
    boolean global = first >>> 13 == 1; // 2000::/3
    boolean assignments = first == 0x2001 && second < 0x200; // 2001::/23, Teredo among them
    boolean documentation =
        first == 0x2001 && second == 0xdb8 || first == 0x3fff && second < 0x1000;
    boolean sixToFour = first == 0x2002;
    return global && !assignments && !documentation && !sixToFour;
  }

  private static int group(byte[] bytes, int index) {
    return (bytes[2 * index] & 0xff) << 8 | bytes[2 * index + 1] & 0xff;
  }

  private static int ip(int a, int b, int c, int d) {
    return (a & 0xff) << 24 | (b & 0xff) << 16 | (c & 0xff) << 8 | d & 0xff;
  }
}
