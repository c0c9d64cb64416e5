package dev.graft.compat.generate;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.graft.runtime.json.TypedJson;
import dev.graft.value.DateTime;
import dev.graft.value.NdArray;
import dev.graft.value.Tuple;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Counterexamples whose smallest form is known. */
final class ShrinkerTest {
  private static final int BUDGET = 2000;

  private final ValueGenerator generator = ValueGenerator.of(SomeTypes.KNOWN);

  @Test
  void findsTheSmallestInt() {
    shrinksTo("1000", value -> value instanceof Long number && number >= 1000);
    shrinksTo("-1", value -> value instanceof Long number && number < 0);
  }

  @Test
  void findsTheSmallestContainer() {
    shrinksTo("[null,null,null]", value -> value instanceof List<?> list && list.size() > 2);
    shrinksTo("[true]", value -> value instanceof List<?> list && list.contains(true));
    shrinksTo("{\"\":null}", value -> value instanceof Map<?, ?> map && map.containsKey(""));
    shrinksTo(
        "[{\"$tuple\":[]}]", value -> value instanceof List<?> list && list.contains(Tuple.of()));
  }

  @Test
  void findsWhatMattersInsideALargeValue() {
    shrinksTo(
        "[null,[]]",
        value ->
            value instanceof List<?> list
                && list.size() > 1
                && list.stream().anyMatch(item -> item instanceof List<?>)
                && list.contains(null));
    shrinksTo("\"\\u0000\"", value -> value instanceof String text && text.indexOf('\0') >= 0);
    shrinksTo("\"aaaaa\"", value -> value instanceof String text && text.matches("[a-m]{5,}"));
  }

  @Test
  void simplifiesWhatIsNoContainer() {
    shrinksTo("{\"$f\":\"nan\"}", value -> value instanceof Double number && number.isNaN());
    shrinksTo(
        "{\"$dt\":\"1970-01-01T00:00:00[fold=1]\"}",
        value -> value instanceof DateTime time && time.fold());
    shrinksTo(
        "{\"$nd\":{\"dtype\":\"|b1\",\"shape\":[2],\"b64\":\"AAA=\"}}",
        value -> value instanceof NdArray array && array.size() > 1);
  }

  @Test
  void keepsToItsBudget() {
    int[] runs = new int[1];
    Choices large = Choices.random(1, 1);
    for (int i = 0; i < 5000; i++) {
      large.bits();
    }
    Shrunk shrunk =
        Shrinker.shrink(
            large,
            choices -> {
              runs[0]++;
              return choices.bits() != 0;
            },
            50);
    assertThat(runs[0]).isEqualTo(shrunk.runs());
    assertThat(runs[0]).isAtMost(50);
    assertThat(shrunk.choices().bits()).isNotEqualTo(0);
  }

  /** From twenty different first finds, so that it is no accident. */
  private void shrinksTo(String smallest, Predicate<@Nullable Object> fails) {
    int found = 0;
    for (int i = 0; found < 20; i++) {
      Choices choices = Choices.random(5, i);
      Object first = generator.generate(choices);
      if (fails.test(first)) {
        found++;
        Shrunk shrunk =
            Shrinker.shrink(choices, each -> fails.test(generator.generate(each)), BUDGET);
        assertWithMessage("from number %s", i)
            .that(TypedJson.write(generator.generate(shrunk.choices())))
            .isEqualTo(smallest);
      }
    }
  }
}
