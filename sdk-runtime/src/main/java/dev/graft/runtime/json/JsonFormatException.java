package dev.graft.runtime.json;

/** A text is not JSON, or not typed JSON. */
public final class JsonFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String place;
  private final String fact;

  /**
   * What is wrong, and where.
   *
   * @param place a file, line and column such as {@code in.jsonl:3:17}, as far as they are known
   * @param fact one sentence
   */
  public JsonFormatException(String place, String fact) {
    super(place + ": " + fact);
    this.place = place;
    this.fact = fact;
  }

  /** Where. */
  public String place() {
    return place;
  }

  /** What. */
  public String fact() {
    return fact;
  }
}
