package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.graft.node.NodeException;
import dev.graft.py.PyArithmetic;
import dev.graft.py.PyDict;
import dev.graft.py.PyList;
import dev.graft.py.PyStr;
import dev.graft.py.PyValue;
import dev.graft.runtime.json.TypedJson;
import dev.graft.value.Numbers;
import dev.graft.value.Tuple;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@link PyValue} and its like do with values of any type, against Python itself. */
@Timeout(300)
final class ValuesAgreeWithPythonTest {
  private static final String ATTEMPT =
      """
      KINDS = [(ZeroDivisionError, "ARITHMETIC"), (OverflowError, "RANGE"), (KeyError, "NOT_FOUND"),
               (IndexError, "RANGE"), (ValueError, "INVALID"), (TypeError, "TYPE")]

      def attempt(operation):
          try:
              return ["is", operation()]
          except Exception as error:
              for type, kind in KINDS:
                  if isinstance(error, type):
                      return ["fails", kind]
              raise

      """;

  private static final List<@Nullable Object> VALUES =
      Arrays.asList(
          null,
          true,
          false,
          0L,
          1L,
          -3L,
          7L,
          Long.MAX_VALUE,
          BigInteger.TEN.pow(30),
          0.0,
          -0.0,
          1.0,
          2.5,
          -7.25,
          Double.NaN,
          Double.POSITIVE_INFINITY,
          "",
          "a",
          "b\u00e9",
          "\ud83d\ude00\uffff",
          "1",
          List.of(),
          PyList.of(1L, "a"),
          PyList.of(1.0, "a"),
          PyList.of(true, 2L),
          Tuple.of(),
          Tuple.of(1L, 2L),
          Tuple.of(1.0, 2L, null),
          Map.of(),
          PyDict.of("a", 1L, "b", PyList.of(2L)),
          PyDict.of("b", PyList.of(2.0), "a", true));

  @TempDir Path folder = Path.of("");

  @Test
  void operatorsOnAnyTwoValues() throws Exception {
    List<List<@Nullable Object>> pairs = new ArrayList<>();
    for (Object a : VALUES) {
      for (Object b : VALUES) {
        pairs.add(Arrays.asList(a, b));
      }
    }
    agree(
        """
        OPERATIONS = {
            "==": lambda a, b: a == b,
            "<": lambda a, b: a < b,
            "<=": lambda a, b: a <= b,
            "+": lambda a, b: a + b,
            "-": lambda a, b: a - b,
            "*": lambda a, b: a * b if abs(a if isinstance(a, int) else 1) < 99 and abs(b if isinstance(b, int) else 1) < 99 else 0,
            "//": lambda a, b: a // b if type(a) is not str else 0,
            "%": lambda a, b: a % b if type(a) is not str else 0,
            "in": lambda a, b: a in b,
            "[]": lambda a, b: a[b],
            "min": lambda a, b: min(a, b),
        }

        def answer(pair):
            a, b = pair
            return {name: attempt(lambda: operation(a, b)) for name, operation in OPERATIONS.items()}
        """,
        pairs,
        pair -> {
          Object a = pair.get(0);
          Object b = pair.get(1);
          Map<String, Object> found = new LinkedHashMap<>();
          found.put("==", attempt(() -> PyValue.equal(a, b)));
          found.put("<", attempt(() -> PyValue.isLess(a, b)));
          found.put("<=", attempt(() -> PyValue.isAtMost(a, b)));
          found.put("+", attempt(() -> PyValue.add(a, b)));
          found.put("-", attempt(() -> PyValue.subtract(a, b)));
          found.put("*", attempt(() -> isFew(a) && isFew(b) ? PyValue.multiply(a, b) : 0L));
          found.put("//", attempt(() -> a instanceof String ? 0L : PyValue.floorDivide(a, b)));
          found.put("%", attempt(() -> a instanceof String ? 0L : PyValue.modulo(a, b)));
          found.put("in", attempt(() -> PyValue.contains(b, a)));
          found.put("[]", attempt(() -> PyValue.item(a, b)));
          found.put("min", attempt(() -> PyValue.min(PyList.of(a, b))));
          return found;
        });
  }

  private static boolean isFew(@Nullable Object value) {
    return !PyValue.isInt(value) || PyValue.isLess(PyValue.absolute(value), 99L);
  }

  @Test
  void functionsOfOneValue() throws Exception {
    List<@Nullable Object> values = new ArrayList<>(VALUES);
    values.addAll(
        List.of(
            0.5,
            1.5,
            -2.5,
            1e16,
            1e-7,
            123456.789,
            " 12 ",
            "1_000",
            "-1.5e3",
            "nan",
            "-Infinity",
            "x",
            "1__0",
            "\u0661\u0662",
            "it's",
            "\"'\n\u0001\u00a0",
            "a b  c",
            PyList.of(0.1, 0.2, 0.3, 1e100, -1e100),
            PyList.of(1L, 0.5, BigInteger.TWO.pow(70)),
            PyList.of("b", "a"),
            PyList.of(3L, 1.0, true)));
    agree(
        """
        FUNCTIONS = {
            "bool": bool, "str": str, "repr": repr, "len": len, "int": int, "float": float,
            "abs": abs, "negate": lambda a: -a, "list": list,
            "round": lambda a: round(a) if isinstance(a, (int, float)) else 0,
            "round 2": lambda a: round(a, 2) if isinstance(a, (int, float)) else 0,
            "round -1": lambda a: round(a, -1) if isinstance(a, (int, float)) else 0,
            "sum": lambda a: sum(a) if isinstance(a, list) else 0,
            "sorted": lambda a: sorted(a) if isinstance(a, list) else 0,
        }

        def answer(value):
            return {name: attempt(lambda: function(value)) for name, function in FUNCTIONS.items()}
        """,
        values,
        value -> {
          Map<String, Object> found = new LinkedHashMap<>();
          found.put("bool", attempt(() -> PyValue.truth(value)));
          found.put("str", attempt(() -> PyStr.of(value)));
          found.put("repr", attempt(() -> PyStr.repr(value)));
          found.put("len", attempt(() -> PyValue.length(value)));
          found.put("int", attempt(() -> PyValue.toInt(value)));
          found.put("float", attempt(() -> PyValue.toFloat(value)));
          found.put("abs", attempt(() -> PyValue.absolute(value)));
          found.put("negate", attempt(() -> PyValue.negate(value)));
          found.put("list", attempt(() -> new ArrayList<>(PyValue.items(value))));
          boolean isNumber = Numbers.isNumber(value);
          found.put(
              "round", attempt(() -> isNumber ? PyArithmetic.round(PyValue.number(value)) : 0L));
          found.put(
              "round 2",
              attempt(() -> isNumber ? PyArithmetic.round(PyValue.number(value), 2) : 0L));
          found.put(
              "round -1",
              attempt(() -> isNumber ? PyArithmetic.round(PyValue.number(value), -1) : 0L));
          found.put(
              "sum", attempt(() -> value instanceof List<?> list ? PyList.sum(list) : (Number) 0L));
          found.put(
              "sorted",
              attempt(() -> value instanceof List<?> list ? PyList.sorted(list) : (Object) 0L));
          return found;
        });
  }

  @Test
  void slicesAndTexts() throws Exception {
    List<@Nullable Object> questions = new ArrayList<>();
    for (String text : List.of("", "a", "ab\ud83d\ude00cd", "--a--b-", "ab--a")) {
      for (Object start : Arrays.asList(null, 0L, 1L, -1L, -9L, 9L, BigInteger.TEN.pow(30))) {
        for (Object end : Arrays.asList(null, 0L, 2L, -1L, -9L, 9L)) {
          questions.add(Arrays.asList(text, start, end));
        }
      }
    }
    agree(
        """
        def answer(question):
            text, start, end = question
            items = list(text)
            return [text[start:end], items[start:end], items[::-1], text.replace("-", "+-"),
                    text.replace("", "."), text.split("-"), text.split("--"), "-".join(items),
                    attempt(lambda: text[start or 0]), attempt(lambda: items.pop(start or 0)), text < "ab",
                    text.partition("-"), text.find("-"), text.count("-"), text.count(""), text.rjust(6),
                    text.ljust(6), (" \t" + text + "\u3000").lstrip(), (text + " \\x1f").rstrip()]
        """,
        questions,
        question -> {
          List<?> parts = (List<?>) Objects.requireNonNull(question);
          String text = (String) parts.get(0);
          Number start = (Number) parts.get(1);
          Number end = (Number) parts.get(2);
          List<String> items = PyStr.characters(text);
          Number at = start == null ? 0L : start;
          return Arrays.asList(
              PyStr.slice(text, start, end),
              PyList.slice(items, start, end),
              PyList.reversed(items),
              PyStr.replace(text, "-", "+-"),
              PyStr.replace(text, "", "."),
              PyStr.split(text, "-"),
              PyStr.split(text, "--"),
              PyStr.join("-", items),
              attempt(() -> PyStr.item(text, at)),
              attempt(() -> PyList.pop(new ArrayList<>(items), at)),
              PyValue.isLess(text, "ab"),
              PyStr.partition(text, "-"),
              PyStr.find(text, "-"),
              PyStr.count(text, "-"),
              PyStr.count(text, ""),
              PyStr.rjust(text, 6),
              PyStr.ljust(text, 6),
              PyStr.lstrip(" \t" + text + "\u3000"),
              PyStr.rstrip(text + " \u001f"));
        });
  }

  private static List<@Nullable Object> attempt(Supplier<@Nullable Object> operation) {
    try {
      return Arrays.asList("is", operation.get());
    } catch (NodeException e) {
      return Arrays.asList("fails", e.kind().text());
    }
  }

  private interface Answer<Q extends @Nullable Object> {
    Object to(Q question);
  }

  private <Q extends @Nullable Object> void agree(String answer, List<Q> questions, Answer<Q> ours)
      throws Exception {
    String source =
        ATTEMPT
            + answer
            + """

            class AskNode:
                def process(self, questions):
                    return [answer(question) for question in questions]
            """;
    List<@Nullable Object> answers = PythonAnswers.of(folder, source, List.of(questions));
    List<?> block = (List<?>) answers.get(0);
    assertThat(block).hasSize(questions.size());
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < block.size(); i++) {
      String expected = TypedJson.write(block.get(i));
      String found = TypedJson.write(ours.to(questions.get(i)));
      if (!found.equals(expected)) {
        wrong.add(TypedJson.write(questions.get(i)) + "\n  is  " + expected + "\n  got " + found);
      }
    }
    assertWithMessage(String.join("\n", wrong.subList(0, Math.min(20, wrong.size()))))
        .that(wrong.size())
        .isEqualTo(0);
  }
}
