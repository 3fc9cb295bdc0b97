package dev.rebound.sealing;

/** Something was to be sealed for a person whose key is destroyed; nothing may be, ever again. */
public final class ErasedSubject extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ErasedSubject() {
    super("the subject is erased", null, false, false);
  }
}
