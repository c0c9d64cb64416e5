package dev.graft.runtime.document;

/** A text is not of the form that it should be, so that nothing can be said of what it holds. */
public final class DocumentException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Position position;

  /**
   * What is wrong, and where.
   *
   * @param fact one sentence
   */
  public DocumentException(Position position, String fact) {
    super(fact);
    this.position = position;
  }

  /** Where. */
  public Position position() {
    return position;
  }

  /** What, one sentence without the position. */
  public String fact() {
    return String.valueOf(getMessage());
  }
}
