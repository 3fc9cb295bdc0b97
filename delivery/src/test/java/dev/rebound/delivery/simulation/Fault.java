package dev.rebound.delivery.simulation;

/** Mistakes that can be planted in a run, to show that a run finds them. */
public enum Fault {
  /** None: the path as it is. */
  NONE,
  /** The event table is read past transactions that still run. */
  GATE_OFF,
  /** The event table is read in the order of positions alone. */
  ORDER_BY_POSITION,
  /** The relay's cursor moves as soon as a batch is sent. */
  CURSOR_BEFORE_ACKNOWLEDGEMENT,
  /** The relay's cursor moves to the last acknowledged event, whatever is missing before it. */
  ACKNOWLEDGED_SUFFIX_COUNTS,
  /** Each process relays, and each takes what no other has taken. */
  SEVERAL_RELAYS,
  /** The watermark moves in a transaction of its own, after that of the effect. */
  WATERMARK_APART,
  /** A consumer goes on to the next batch when one fails. */
  FAILURE_SKIPPED,
  /** An append does not look whether the version exists that it builds on. */
  VERSION_NOT_PROVEN,
  /** An append does not look whether the event it builds on is the one it was decided on. */
  PREDECESSOR_NOT_PROVEN,
  /** When a batch of appends does not hold, all of them are refused. */
  BATCH_REFUSED_AS_ONE,
  /** The answer to a request is recorded after its events, in a transaction of its own. */
  ANSWER_APART
}
