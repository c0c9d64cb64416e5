package dev.graft.compat.corpus;

import java.util.Optional;

/** A case file is not what it must be. The message names the file and the case. */
public final class CaseFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient CasePlace place;
  private final transient String fact;

  /** What is wrong, and where. */
  public CaseFormatException(String place, String fact) {
    this(CasePlace.of(place), Optional.empty(), fact);
  }

  CaseFormatException(CasePlace place, String fact) {
    this(place, Optional.empty(), fact);
  }

  private CaseFormatException(CasePlace place, Optional<Integer> line, String fact) {
    super(place.shown(line) + ": " + fact);
    this.place = place;
    this.fact = fact;
  }

  /** The same with the line, which is looked up only where something is wrong. */
  CaseFormatException atLine(int line) {
    return new CaseFormatException(place, Optional.of(line), fact);
  }

  CasePlace place() {
    return place;
  }

  String fact() {
    return fact;
  }
}
