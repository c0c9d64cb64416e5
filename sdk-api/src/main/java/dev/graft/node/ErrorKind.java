package dev.graft.node;

/**
 * What sort of error a node raised. It is equal on every backend, while messages may differ.
 *
 * @param text the name in reports
 */
public record ErrorKind(String text) {
  /** A value that the node refuses: Python's {@code ValueError}. */
  public static final ErrorKind INVALID = new ErrorKind("INVALID");

  /** A value of the wrong type: {@code TypeError}. */
  public static final ErrorKind TYPE = new ErrorKind("TYPE");

  /** A missing key: {@code KeyError}. */
  public static final ErrorKind NOT_FOUND = new ErrorKind("NOT_FOUND");

  /** Too large, too deep, or outside the index: {@code IndexError}, {@code OverflowError}. */
  public static final ErrorKind RANGE = new ErrorKind("RANGE");

  /** A division by zero and its like: {@code ZeroDivisionError}. */
  public static final ErrorKind ARITHMETIC = new ErrorKind("ARITHMETIC");

  /** A call at the wrong time. */
  public static final ErrorKind STATE = new ErrorKind("STATE");

  /** A deadline has passed: {@code TimeoutError}. */
  public static final ErrorKind TIMEOUT = new ErrorKind("TIMEOUT");

  /** Reading or writing failed: {@code OSError}. */
  public static final ErrorKind IO = new ErrorKind("IO");

  /** The backend lacks something: {@code NotImplementedError}, a missing package. */
  public static final ErrorKind UNSUPPORTED = new ErrorKind("UNSUPPORTED");

  /** The node asked its process to end: {@code SystemExit}. */
  public static final ErrorKind EXIT = new ErrorKind("EXIT");

  /** A defect of Graft or of a backend, not of the node. */
  public static final ErrorKind INTERNAL = new ErrorKind("INTERNAL");

  /** An exception class of the node's own. */
  public static ErrorKind user(String simpleClassName) {
    return new ErrorKind("USER:" + simpleClassName);
  }

  @Override
  public String toString() {
    return text;
  }
}
