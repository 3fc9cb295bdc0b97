package dev.rebound.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShareWidthTest {

  private static final long ROOM = 8_000;

  private final ShareWidth width = new ShareWidth(1_024);

  private static Share wide(int hashes) {
    return new Share(0, 1, 0, hashes);
  }

  @Test
  void what_does_not_fit_is_halved_until_it_cannot_be_divided() {
    assertThat(width.narrow(wide(1_024))).isTrue();
    assertThat(width.hashes()).isEqualTo(512);
    assertThat(width.narrow(wide(3))).isTrue();
    assertThat(width.hashes()).isEqualTo(1);
    assertThat(width.narrow(wide(1))).isFalse();
    assertThat(width.hashes()).isEqualTo(1);
  }

  @Test
  void what_leaves_room_grows_up_to_seven_eighths_of_it() {
    width.fit(wide(1_024), 5_600, ROOM);

    assertThat(width.hashes()).isEqualTo(1_280);
  }

  @Test
  void it_grows_by_no_more_than_the_double_and_not_beyond_all() {
    width.fit(wide(1_024), 0, ROOM);
    assertThat(width.hashes()).isEqualTo(2_048);

    ShareWidth all = new ShareWidth(Share.ALL);
    all.fit(wide(Share.ALL), 10, ROOM);
    assertThat(all.hashes()).isEqualTo(Share.ALL);
  }

  @Test
  void what_fits_does_not_become_narrower() {
    width.fit(wide(1_024), ROOM, ROOM);

    assertThat(width.hashes()).isEqualTo(1_024);
  }
}
