package dev.graft.runtime.document;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a scalar without quotes is, by the core schema of YAML 1.2. So {@code no}, {@code 1_000},
 * {@code 12:30} and {@code 2024-01-01} are texts.
 */
sealed interface YamlScalar {
  Pattern NULL = Pattern.compile("null|Null|NULL|~|");
  Pattern TRUE = Pattern.compile("true|True|TRUE");
  Pattern FALSE = Pattern.compile("false|False|FALSE");
  Pattern INT = Pattern.compile("[-+]?[0-9]+");
  Pattern OCTAL = Pattern.compile("0o[0-7]+");
  Pattern HEX = Pattern.compile("0x[0-9a-fA-F]+");
  Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  Pattern INFINITE = Pattern.compile("[-+]?\\.(inf|Inf|INF)");
  Pattern NAN = Pattern.compile("\\.(nan|NaN|NAN)");

  /** Ten to some, eight to others. */
  Pattern LEADING_ZERO = Pattern.compile("[-+]?0[0-9]+");

  /** Nothing. */
  record Null() implements YamlScalar {}

  /** True or false. */
  record Bool(boolean value) implements YamlScalar {}

  /** A whole number. */
  record Int(BigInteger value) implements YamlScalar {}

  /** A float, as typed JSON writes it. */
  record Real(String text) implements YamlScalar {}

  /** Anything else. */
  record Text(String text) implements YamlScalar {}

  /** What is written without quotes; empty if it is a number to all, but not the same to all. */
  static Optional<YamlScalar> of(String plain) {
    if (NULL.matcher(plain).matches()) {
      return Optional.of(new Null());
    } else if (TRUE.matcher(plain).matches()) {
      return Optional.of(new Bool(true));
    } else if (FALSE.matcher(plain).matches()) {
      return Optional.of(new Bool(false));
    } else if (LEADING_ZERO.matcher(plain).matches()) {
      return Optional.empty();
    }
    return Optional.of(numberOrText(plain));
  }

  private static YamlScalar numberOrText(String plain) {
    if (INT.matcher(plain).matches()) {
      return new Int(new BigInteger(plain));
    } else if (OCTAL.matcher(plain).matches()) {
      return new Int(new BigInteger(plain.substring(2), 8));
    } else if (HEX.matcher(plain).matches()) {
      return new Int(new BigInteger(plain.substring(2), 16));
    } else if (FLOAT.matcher(plain).matches()) {
      return new Real(plain.startsWith("+") ? plain.substring(1) : plain);
    } else if (INFINITE.matcher(plain).matches()) {
      return new Real(plain.startsWith("-") ? "-inf" : "inf");
    } else if (NAN.matcher(plain).matches()) {
      return new Real("nan");
    }
    return new Text(plain);
  }
}
