package dev.rebound.application.planted;

/** Planted for the rules of the house: a class of one service that knows one of another. */
final class Nosy {

  Neighbour neighbour() {
    return new Neighbour();
  }

  /** Planted likewise. */
  static final class Neighbour {}
}
