package dev.graft.compat.generate;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;

/** The edges of numbers and texts. */
final class EdgeScalars {
  private static final int LONG_TEXT = 10_000;

  private EdgeScalars() {}

  static List<Edge> smallInts() {
    return List.of(new Edge("1", 1L), new Edge("0", 0L), new Edge("-1", -1L));
  }

  static List<Edge> largeInts() {
    return List.of(
        new Edge("2^63", BigInteger.ONE.shiftLeft(63)),
        new Edge("2^53 + 1", (1L << 53) + 1),
        new Edge("2^63 - 1", Long.MAX_VALUE),
        new Edge("-2^63", Long.MIN_VALUE),
        new Edge("2^31", 1L << 31),
        new Edge("-2^31 - 1", -(1L << 31) - 1),
        new Edge("2^53 - 1", (1L << 53) - 1),
        new Edge("2^64", BigInteger.ONE.shiftLeft(64)));
  }

  static List<Edge> floats() {
    return List.of(
        new Edge("1.5", 1.5),
        new Edge("0.0", 0.0),
        new Edge("-1.0", -1.0),
        new Edge("2.0^53", 0x1p53),
        new Edge("2.0^63", 0x1p63));
  }

  static List<Edge> oddFloats() {
    return List.of(
        new Edge("nan", Double.NaN),
        new Edge("-0.0", -0.0),
        new Edge("inf", Double.POSITIVE_INFINITY),
        new Edge("-inf", Double.NEGATIVE_INFINITY),
        new Edge("the smallest subnormal", Double.MIN_VALUE),
        new Edge("the largest float", Double.MAX_VALUE));
  }

  static List<Edge> numbers() {
    return Stream.of(smallInts(), floats(), oddFloats().subList(0, 4), largeInts().subList(0, 2))
        .flatMap(List::stream)
        .toList();
  }

  static List<Edge> bools() {
    return List.of(new Edge("true", true), new Edge("false", false));
  }

  static List<Edge> texts() {
    return List.of(
        new Edge("sentences", "One. Two! Three?"),
        new Edge("an empty text", ""),
        new Edge("a text of digits", "12"),
        new Edge("é in one", "caf\u00e9"),
        new Edge("a long text", "ab c".repeat(LONG_TEXT / 4)));
  }

  static List<Edge> oddTexts() {
    return List.of(
        new Edge("an emoji", "a\ud83d\ude00b"),
        new Edge("NUL", "\0"),
        new Edge("é in two", "cafe\u0301"),
        new Edge("half a pair", "\ud83d"),
        new Edge("İ", "\u0130stanbul"),
        new Edge("ß", "Stra\u00dfe"),
        new Edge("spaces of all kinds", " \t\u00a0\u2003a\u001c\n"));
  }
}
