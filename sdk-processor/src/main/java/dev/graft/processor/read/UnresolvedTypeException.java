package dev.graft.processor.read;

/** A type does not exist, or not yet: another processor may create it in this round. */
public final class UnresolvedTypeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String typeName;

  UnresolvedTypeException(String typeName) {
    super(typeName, null, false, false);
    this.typeName = typeName;
  }

  /** The type's name as written. */
  public String typeName() {
    return typeName;
  }
}
