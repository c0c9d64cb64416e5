package dev.graft.compat.compare;

import java.util.regex.Pattern;

/** The way in which a case fails: {@code status/class/path}, with no index or value in it. */
public final class Signature {
  private static final Pattern INDEX = Pattern.compile("\\[[^\\]]*\\]");
  private static final String ERROR = "error/";

  private Signature() {}

  /** The signature of a difference. */
  public static String of(Difference difference) {
    String kind = difference.kind();
    if (kind.startsWith(ERROR)) {
      return "ERROR/" + kind.substring(ERROR.length());
    }
    return "DIFF/" + kind + "/" + INDEX.matcher(difference.path()).replaceAll("[*]");
  }

  /** Whether it is the signature of an error rather than of a value. */
  public static boolean isError(String signature) {
    return signature.startsWith("ERROR/");
  }
}
