package dev.graft.runtime.edit;

/** A manifest cannot be changed without changing more than was asked for. */
public final class EditException extends Exception {
  private static final long serialVersionUID = 1L;

  EditException(String fact) {
    super(fact);
  }
}
