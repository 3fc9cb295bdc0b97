package dev.rebound.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Lists of a thousand rejections as a board sends them, each item new, of people who take turns. A
 * list is made by writing numbers into the last one, so that making it costs next to nothing. An
 * item has the words that it must have and no more, as an application of {@link Requests} has; its
 * three events are some 430 bytes each, on average.
 *
 * <p>No item has a message: reading words is measured elsewhere, and is no part of taking them in.
 */
final class BoardLists implements Supplier<byte[]> {

  static final int ITEMS = 1000;

  /** Events that an item becomes: submitted, the stage it ended at, rejected. */
  static final int EVENTS_PER_ITEM = 3;

  private static final String BOARD = "acme";
  private static final long FIRST_OF_NEWCOMERS = 1_000_000;
  private static final String NUMBER = "0000000000";
  private static final String KEY = "list-" + NUMBER + "-of-a-benchmark";
  private static final String ITEM =
      """
      {"externalId":"a-%1$s","candidate":{"externalId":"c-%1$s","email":"p%1$s@example.org"},\
      "posting":{"title":"Ward manager, night shift","company":"Lakeside Hospital Trust",\
      "seniority":"SENIOR"},"appliedOn":"2026-09-14",\
      "stage":"RECRUITER_SCREEN","rejectedOn":"2026-10-01","reason":{"id":"r-4"}}\
      """
          .formatted(NUMBER);

  private final byte[] request;
  private final int keyAt;
  private final int firstItemAt;
  private final int people;
  private long lists;

  /**
   * Lists that go on where nobody has sent any.
   *
   * @param people how many different ones there are
   */
  BoardLists(TokenIssuer issuer, int people) {
    this(issuer, people, 0);
  }

  /** Lists of people none of whom is in any of the others. */
  static BoardLists ofNewcomers(TokenIssuer issuer) {
    return new BoardLists(issuer, Integer.MAX_VALUE, FIRST_OF_NEWCOMERS);
  }

  private BoardLists(TokenIssuer issuer, int people, long first) {
    this.people = people;
    this.lists = first;
    String body =
        IntStream.range(0, ITEMS).mapToObj(i -> ITEM).collect(Collectors.joining(",", "[", "]"));
    String token = issuer.machine(BOARD) + "\r\nIdempotency-Key: " + KEY;
    request = Requests.post("/api/v1/boards/" + BOARD + "/rejections", token, body);
    String text = new String(request, StandardCharsets.US_ASCII);
    keyAt = text.indexOf(KEY) + KEY.indexOf(NUMBER);
    firstItemAt = text.indexOf(ITEM);
  }

  @Override
  public byte[] get() {
    write(keyAt, lists);
    int[] numbers = {
      ITEM.indexOf(NUMBER),
      ITEM.indexOf(NUMBER, ITEM.indexOf("c-")),
      ITEM.indexOf(NUMBER, ITEM.indexOf("email"))
    };
    for (int i = 0; i < ITEMS; i++) {
      int item = firstItemAt + i * (ITEM.length() + 1);
      long nr = lists * ITEMS + i;
      write(item + numbers[0], nr);
      write(item + numbers[1], nr % people);
      write(item + numbers[2], nr % people);
    }
    lists++;
    return request.clone();
  }

  private void write(int at, long number) {
    long rest = number;
    for (int i = NUMBER.length() - 1; i >= 0; i--) {
      request[at + i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  /** How many items an answer says were taken. */
  static long accepted(String answer) {
    String field = "\"accepted\":";
    int from = answer.indexOf(field) + field.length();
    int to = from;
    while (Character.isDigit(answer.charAt(to))) {
      to++;
    }
    return Long.parseLong(answer.substring(from, to));
  }
}
