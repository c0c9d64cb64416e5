package dev.graft.descriptor;

import java.util.Locale;

/** What a call does besides emitting outputs. */
public enum Purity {
  /** Nothing: outputs depend on parameters, state and input alone. */
  PURE,
  /**
   * It acts on the outside world. An item is never processed a second time: one that was lost with
   * its host is a failure.
   */
  EFFECTS,
  /**
   * Not said. An item that was lost with its host is processed again, as with {@link #PURE}: who
   * must not see an item twice says {@link #EFFECTS}.
   */
  UNDECLARED;

  /** The name in JSON: lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
