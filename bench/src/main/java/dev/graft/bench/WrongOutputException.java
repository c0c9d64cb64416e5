package dev.graft.bench;

/** What was timed did not do its work: the figure means nothing. */
final class WrongOutputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongOutputException(String path, String expected, String actual) {
    super(path + ": expected " + expected + ", got " + actual);
  }
}
