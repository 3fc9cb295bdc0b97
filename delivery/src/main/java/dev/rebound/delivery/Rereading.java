package dev.rebound.delivery;

/**
 * What came of reading texts again that another version of the reader had read.
 *
 * @param from the version that had read them
 * @param to the version that reads them now
 * @param texts how many were read again
 * @param specificNow how many of them name a cause now and named none
 * @param genericNow how many name none now and named one
 * @param otherThemes how many have other causes, or other strengths, than they had
 */
public record Rereading(
    String from, String to, long texts, long specificNow, long genericNow, long otherThemes) {

  /** What came of one text. */
  static Rereading of(ReadText before, ReadText after) {
    return new Rereading(
        before.reader(),
        after.reader(),
        1,
        !before.specific() && after.specific() ? 1 : 0,
        before.specific() && !after.specific() ? 1 : 0,
        before.findsLike(after) ? 0 : 1);
  }

  /** Both together, of the same versions. */
  Rereading plus(Rereading more) {
    return new Rereading(
        from,
        to,
        texts + more.texts,
        specificNow + more.specificNow,
        genericNow + more.genericNow,
        otherThemes + more.otherThemes);
  }
}
