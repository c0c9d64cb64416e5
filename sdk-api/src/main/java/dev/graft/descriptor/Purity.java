package dev.graft.descriptor;

import java.util.Locale;

/** What a call does besides emitting outputs. */
public enum Purity {
  /** Nothing: outputs depend on parameters, state and input alone. */
  PURE,
  /** It acts on the outside world; an item is never processed a second time. */
  EFFECTS,
  /** Not said; treated like {@link #EFFECTS}. */
  UNDECLARED;

  /** The name in JSON: lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
