package dev.graft.runtime.run;

import java.io.IOException;

/** The input of a run is not what its format says. The message has the place. */
public final class InputException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * What is wrong, and where.
   *
   * @param place a file and a line, such as {@code in.csv:3}, as far as it is known
   * @param fact what is wrong and how to mend it, in whole sentences
   */
  public InputException(String place, String fact) {
    super(place + ": " + fact);
  }
}
