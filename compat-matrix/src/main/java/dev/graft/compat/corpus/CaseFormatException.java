package dev.graft.compat.corpus;

/** A case file is not what it must be. The message names the file and the case. */
public final class CaseFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong, and where. */
  public CaseFormatException(String place, String fact) {
    super(place + ": " + fact);
  }
}
