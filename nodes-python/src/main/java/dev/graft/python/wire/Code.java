package dev.graft.python.wire;

/** The sorts of values that are no plain data, as {@code docs/worker-protocol.md} has them. */
public final class Code {
  public static final int TUPLE = 3;
  public static final int SET = 4;
  public static final int FROZENSET = 5;
  public static final int COMPLEX = 6;
  public static final int DECIMAL = 7;
  public static final int DATE = 8;
  public static final int TIME = 9;
  public static final int DATETIME = 10;
  public static final int TIMEDELTA = 11;
  public static final int UUID = 12;
  public static final int ENUM = 13;
  public static final int RECORD = 14;
  public static final int ARRAY = 15;
  public static final int SHARED_ARRAY = 16;
  public static final int OPAQUE = 17;
  public static final int SHARED_BYTES = 18;

  private Code() {}

  /** Whether a value of the code is a set of either kind. */
  public static boolean isSet(int code) {
    return code == SET || code == FROZENSET;
  }

  /** How many levels of nesting a value of the code adds by itself. */
  public static int levels(int code) {
    return code == TUPLE || isSet(code) ? 1 : 0;
  }
}
