package dev.graft.runtime.json;

/** Something that JSON allows but typed JSON does not; where it is, the parser knows. */
final class Malformed extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String fact;

  Malformed(String fact) {
    super(fact, null, false, false);
    this.fact = fact;
  }

  String fact() {
    return fact;
  }
}
