package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.graft.node.NodeException;
import dev.graft.py.PyArithmetic;
import dev.graft.py.PyStr;
import dev.graft.value.FloatText;
import dev.graft.value.Numbers;
import dev.graft.value.Values;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Python's rules in Java against Python itself: random texts and numbers, many of them awkward. The
 * nightly profile tries 100,000 for each rule.
 */
@Timeout(600)
final class RulesAgreeWithPythonTest {
  private static final int EXAMPLES = Integer.getInteger("graft.rules", 3000);
  private static final int BLOCK = 500;

  /** Ranges of code points in which letters have case, marks are ignored, spaces are odd. */
  private static final int[][] SCRIPTS = {
    {0x20, 0x7f},
    {0x20, 0x250},
    {0x370, 0x400},
    {0x391, 0x3ca},
    {0x1e00, 0x2000},
    {0x2000, 0x2070},
    {0x300, 0x370},
    {0x10a0, 0x1100},
    {0x1c80, 0x1cc0},
    {0x2160, 0x2190},
    {0x24b0, 0x24f0},
    {0xa640, 0xa800},
    {0xfb00, 0xfb18},
    {0xff00, 0xff60},
    {0x10400, 0x10450},
    {0x1f600, 0x1f650},
    {0, 0x20},
    {0x80, 0xa1},
    {0x2b0, 0x300},
    {0x345, 0x346},
    {0x3a3, 0x3a4}
  };

  private static final Number[] NUMBERS = {
    0L,
    1L,
    -1L,
    2L,
    3L,
    -7L,
    10L,
    1L << 53,
    (1L << 53) + 1,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    BigInteger.ONE.shiftLeft(63),
    BigInteger.TEN.pow(30),
    BigInteger.TEN.pow(400),
    BigInteger.TEN.pow(400).negate(),
    0.0,
    -0.0,
    0.5,
    -1.5,
    1e16,
    1e-5,
    Double.MIN_VALUE,
    Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN
  };

  @TempDir Path folder = Path.of("");

  @Test
  void texts() throws Exception {
    Random random = new Random(1);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < EXAMPLES; i++) {
      texts.add(text(random));
    }
    agree(
        """
        def answer(text):
            return [text.upper(), text.lower(), text.title(), text[::-1], text.split(), text.strip(),
                    len(text), text.replace(" ", ""), text + text]
        """,
        texts,
        text ->
            List.of(
                PyStr.upper(text),
                PyStr.lower(text),
                PyStr.title(text),
                PyStr.reverse(text),
                PyStr.words(text),
                PyStr.strip(text),
                (long) PyStr.length(text),
                PyStr.remove(text, ' '),
                PyStr.concat(text, text)));
  }

  @Test
  void everyCodePoint() throws Exception {
    List<String> letters = new ArrayList<>();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (Character.getType(c) != Character.SURROGATE && !isBland(c)) {
        letters.add(Character.toString(c));
      }
    }
    assertThat(letters.size()).isGreaterThan(20_000);
    agree(
        """
        def answer(c):
            around = "a" + c + "\\u03a3" + c + "b " + c + "c"
            return [c.upper(), around.lower(), around.title(), around.split()]
        """,
        letters,
        c -> {
          String around = "a" + c + "\u03a3" + c + "b " + c + "c";
          return List.of(
              PyStr.upper(c), PyStr.lower(around), PyStr.title(around), PyStr.words(around));
        });
  }

  @Test
  void floats() throws Exception {
    Random random = new Random(2);
    List<Double> floats = new ArrayList<>();
    for (int i = 0; i < EXAMPLES; i++) {
      floats.add(
          i % 3 == 0
              ? random.nextInt(1_000_000) / Math.pow(10, random.nextInt(12))
              : Double.longBitsToDouble(random.nextLong()));
    }
    agree("def answer(number):\n    return str(number)\n", floats, FloatText::of);
  }

  @Test
  void rounding() throws Exception {
    Random random = new Random(4);
    List<List<Number>> pairs = new ArrayList<>();
    for (int i = 0; i < EXAMPLES; i++) {
      BigInteger digits =
          i % 9 == 0
              ? BigInteger.ONE.shiftLeft(62 + random.nextInt(4)).negate()
              : BigInteger.valueOf(random.nextInt(700) - 350);
      pairs.add(
          List.of(
              number(random),
              Values.normalize(i % 2 == 0 ? digits : digits.mod(BigInteger.valueOf(20)))));
    }
    agree(
        """
        import math

        def attempt(operation, *numbers):
            try:
                return operation(*numbers)
            except ValueError:
                return "INVALID"
            except OverflowError:
                return "RANGE"

        def nearest(a, digits):
            # Of an int this computes a power of ten of that size first.
            return 0 if type(a) is int and digits < -1000 else round(a, digits)

        def answer(pair):
            a, digits = pair
            return [
                attempt(math.floor, a),
                attempt(math.ceil, a),
                attempt(round, a),
                attempt(nearest, a, digits),
            ]
        """,
        pairs,
        pair -> {
          Number a = pair.get(0);
          BigInteger digits = Values.toBigInteger(pair.get(1));
          List<@Nullable Object> results = new ArrayList<>();
          results.add(attempt((x, _) -> PyArithmetic.floor(x), a, a));
          results.add(attempt((x, _) -> PyArithmetic.ceil(x), a, a));
          results.add(attempt((x, _) -> PyArithmetic.round(x), a, a));
          results.add(attempt((x, _) -> PyArithmetic.round(x, digits), a, a));
          return results;
        });
  }

  @Test
  void arithmetic() throws Exception {
    Random random = new Random(3);
    List<List<Number>> pairs = new ArrayList<>();
    for (int i = 0; i < EXAMPLES; i++) {
      pairs.add(List.of(number(random), number(random)));
    }
    agree(
        """
        def attempt(operation, *numbers):
            try:
                return operation(*numbers)
            except ZeroDivisionError:
                return "ARITHMETIC"
            except OverflowError:
                return "RANGE"

        def zero_first(operation):
            def checked(a, b):
                if b == 0:
                    raise ZeroDivisionError
                return operation(a, b)
            return checked

        def square(a):
            result = a * a
            if result in (float("inf"), float("-inf")) and a not in (float("inf"), float("-inf")):
                raise OverflowError
            return result

        def answer(pair):
            a, b = pair
            return [
                attempt(lambda a, b: a + b, a, b),
                attempt(lambda a, b: a - b, a, b),
                attempt(lambda a, b: a * b, a, b),
                attempt(zero_first(lambda a, b: a / b), a, b),
                attempt(zero_first(lambda a, b: a % b), a, b),
                attempt(square, a),
                None if a != a or b != b else (a > b) - (a < b),
            ]
        """,
        pairs,
        pair -> {
          Number a = pair.get(0);
          Number b = pair.get(1);
          List<@Nullable Object> results = new ArrayList<>();
          results.add(attempt(PyArithmetic::add, a, b));
          results.add(attempt(PyArithmetic::subtract, a, b));
          results.add(attempt(PyArithmetic::multiply, a, b));
          results.add(attempt(PyArithmetic::divide, a, b));
          results.add(attempt(PyArithmetic::modulo, a, b));
          results.add(attempt((x, _) -> PyArithmetic.square(x), a, b));
          results.add(isNaN(a) || isNaN(b) ? null : (long) Numbers.compare(a, b));
          return results;
        });
  }

  /** Blocks of questions, because an item for each would measure the run and not the rule. */
  private <Q> void agree(String answer, List<Q> questions, Function<Q, Object> ours)
      throws Exception {
    List<List<Q>> blocks = new ArrayList<>();
    for (int i = 0; i < questions.size(); i += BLOCK) {
      blocks.add(questions.subList(i, Math.min(questions.size(), i + BLOCK)));
    }
    String source =
        answer
            + """

            class AskNode:
                def process(self, questions):
                    return [answer(question) for question in questions]
            """;
    List<@Nullable Object> answers = PythonAnswers.of(folder, source, blocks);
    assertThat(answers).hasSize(blocks.size());
    for (int i = 0; i < blocks.size(); i++) {
      List<?> block = (List<?>) answers.get(i);
      assertThat(block).hasSize(blocks.get(i).size());
      for (int j = 0; j < block.size(); j++) {
        Q question = blocks.get(i).get(j);
        assertWithMessage("%s", question).that(ours.apply(question)).isEqualTo(block.get(j));
      }
    }
  }

  private static Object attempt(BinaryOperator<Number> operation, Number a, Number b) {
    try {
      return operation.apply(a, b);
    } catch (NodeException e) {
      return e.kind().text();
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      int[] script = SCRIPTS[random.nextInt(SCRIPTS.length)];
      text.appendCodePoint(script[0] + random.nextInt(script[1] - script[0]));
    }
    return text.toString();
  }

  private static Number number(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> NUMBERS[random.nextInt(NUMBERS.length)];
      case 1 -> (long) random.nextInt(2001) - 1000;
      case 2 -> (random.nextInt(2001) - 1000) / 8.0;
      case 3 -> Values.normalize(new BigInteger(1 + random.nextInt(130), random).negate());
      default -> Double.longBitsToDouble(random.nextLong());
    };
  }

  private static boolean isNaN(Number number) {
    return number instanceof Double value && Double.isNaN(value);
  }

  /** Large blocks in which nothing has case: ideographs, syllables, private use, nothing yet. */
  private static boolean isBland(int c) {
    return (c >= 0x3400 && c < 0xa000)
        || (c >= 0xac00 && c < 0xfa00)
        || (c >= 0x11000 && c < 0x16000)
        || (c >= 0x17000 && c < 0x1cf00)
        || c >= 0x20000;
  }
}
