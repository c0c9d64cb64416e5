package dev.graft.python.cpython;

import static com.google.common.truth.Truth.assertWithMessage;

import dev.graft.python.host.PythonProgram;
import dev.graft.value.Decimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code Decimal(text)} means the same, or is refused, in both languages; so does {@code str}. */
final class DecimalAgreesWithPythonTest {
  private static final int TEXTS = 20_000;

  /** Takes texts in hex of UTF-16; prints what Python makes of each. */
  private static final String PROGRAM =
      """
      import sys
      from decimal import Decimal, InvalidOperation
      for line in sys.stdin:
          text = bytes.fromhex(line).decode("utf-16-be", "surrogatepass")
          try:
              print(Decimal(text))
          except InvalidOperation:
              print("refused")
      """;

  private static final String[] PIECES = {
    "0",
    "1",
    "9",
    "00",
    "12345678901234567890",
    ".",
    "+",
    "-",
    "e",
    "E",
    "E+",
    "E-",
    "e0",
    "_",
    " ",
    "\t",
    "\n",
    "\u00a0",
    "\u0085",
    "\u3000",
    "\u001c",
    "\u200b",
    "nan",
    "NaN",
    "sNaN",
    "snan",
    "inf",
    "Infinity",
    "INFINITY",
    "\u0661",
    "\uff17",
    "\u00b2",
    "\u0130nf",
    "\ud835\udfce",
    "\ud800",
    "x",
    "999999999999999999",
    "1000000000000000000",
    "1999999999999999997",
    "1999999999999999998",
    "9223372036854775807",
    "9223372036854775808",
    "99999999999999999999999",
    "\0"
  };

  @Test
  void meansTheSame() throws Exception {
    Random random = new Random(20261124);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < TEXTS; i++) {
      texts.add(i % 3 == 0 ? pieces(random) : number(random));
    }
    String input =
        texts.stream()
            .map(DecimalAgreesWithPythonTest::hex)
            .collect(Collectors.joining("\n", "", "\n"));
    List<String> python = PythonProgram.run(PROGRAM, input).lines().toList();
    for (int i = 0; i < TEXTS; i++) {
      assertWithMessage("Decimal(\"%s\"), in hex %s", texts.get(i), hex(texts.get(i)))
          .that(java(texts.get(i)))
          .isEqualTo(python.get(i));
    }
  }

  private static String java(String text) {
    try {
      return Decimal.parse(text).toString();
    } catch (NumberFormatException e) {
      return "refused";
    }
  }

  /** Mostly nonsense. */
  private static String pieces(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i >= 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  /** Mostly numbers, near all the borders that their texts have. */
  private static String number(Random random) {
    String sign = random.nextInt(3) == 0 ? "-" : "";
    String whole = digits(random, random.nextInt(4) == 0 ? 40 : 4);
    String fraction = random.nextBoolean() ? "." + digits(random, 12) : "";
    String exponent =
        switch (random.nextInt(6)) {
          case 0 -> "E" + (random.nextInt(40) - 20);
          case 1 -> "e+" + random.nextInt(2_000_000);
          case 2 -> "E" + (999_999_999_999_999_999L - random.nextInt(50));
          case 3 -> "E" + (-1_999_999_999_999_999_997L + random.nextInt(50) - 10);
          default -> "";
        };
    return random.nextInt(20) == 0
        ? sign + (random.nextBoolean() ? "nan" : "sNaN") + whole
        : sign + whole + fraction + exponent;
  }

  private static String digits(Random random, int most) {
    StringBuilder digits = new StringBuilder();
    for (int i = random.nextInt(most); i >= 0; i--) {
      digits.append(random.nextInt(3) == 0 ? 0 : random.nextInt(10));
    }
    return digits.toString();
  }

  private static String hex(String text) {
    HexFormat hex = HexFormat.of();
    return text.chars()
        .mapToObj(unit -> hex.toHexDigits((char) unit))
        .collect(Collectors.joining());
  }
}
