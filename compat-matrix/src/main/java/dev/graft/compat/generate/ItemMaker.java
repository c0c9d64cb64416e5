package dev.graft.compat.generate;

import dev.graft.descriptor.ValueType;
import dev.graft.descriptor.ValueType.Scalar;
import dev.graft.value.NdArray;
import dev.graft.value.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes items for a node: mostly of the type of its input, and where that is any, of the kinds that
 * nodes tell apart. Dicts have keys that the node's source names.
 */
final class ItemMaker {
  private static final long[] RATES = {8000, 16_000, 44_100, 48_000, 11_025};
  private static final int LONGEST = 60;
  private static final int USUAL = 25;

  private final ValueType input;
  private final boolean audio;
  private final Words words;

  ItemMaker(ValueType input, boolean audio, Words words) {
    this.input = input;
    this.audio = audio;
    this.words = words;
  }

  /** An item; now and then one that the node refuses. */
  @Nullable Object make(Choices choices) {
    if (audio && choices.below(8) > 0) {
      return audio(choices);
    } else if (input instanceof Scalar scalar && scalar != Scalar.ANY && choices.below(8) > 0) {
      return switch (scalar) {
        case NUMBER -> number(choices);
        case STR -> words.any(choices);
        default -> any(choices, 2);
      };
    }
    return any(choices, 2);
  }

  private @Nullable Object any(Choices choices, int depth) {
    return switch (choices.below(depth > 0 ? 10 : 6)) {
      case 0, 1, 2 -> number(choices);
      case 3, 4 -> words.any(choices);
      case 5 -> choices.below(2) == 0 ? null : choices.below(2) == 1;
      case 6, 7 -> dict(choices, depth);
      case 8 -> items(choices, depth);
      default -> Tuple.copyOf(items(choices, depth));
    };
  }

  private static Object number(Choices choices) {
    return switch (choices.below(6)) {
      case 0, 1 -> (long) choices.below(7);
      case 2 -> Numbers.integer(choices);
      case 3 -> choices.below(2) == 1;
      default -> Numbers.real(choices);
    };
  }

  private Map<String, @Nullable Object> dict(Choices choices, int depth) {
    Map<String, @Nullable Object> dict = new LinkedHashMap<>();
    while (choices.more(2)) {
      dict.put(words.mined(choices), any(choices, depth - 1));
    }
    return dict;
  }

  private List<@Nullable Object> items(Choices choices, int depth) {
    List<@Nullable Object> items = new ArrayList<>();
    while (choices.more(3)) {
      items.add(choices.below(3) == 0 ? words.mined(choices) : any(choices, depth - 1));
    }
    return items;
  }

  /** One in use: a filter between odd ones is huge. */
  static long rate(Choices choices) {
    return RATES[choices.below(RATES.length)];
  }

  /** From -1 to 1; the simplest is silence. */
  private static float sample(Choices choices) {
    int size = choices.below(2001);
    return (size % 2 == 0 ? size : -size - 1) / 2000f;
  }

  private Object audio(Choices choices) {
    int channels = 1 + choices.below(3);
    List<Float> drawn = new ArrayList<>();
    while (drawn.size() < channels * LONGEST && choices.more(USUAL * channels)) {
      drawn.add(sample(choices));
    }
    int length = drawn.size() / channels;
    float[] samples = new float[channels * length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = drawn.get(i);
    }
    NdArray array =
        channels == 1 && choices.below(2) == 0
            ? NdArray.of(samples, length)
            : NdArray.of(samples, channels, length);
    long rate = rate(choices);
    return choices.below(3) == 0
        ? Tuple.of(array, rate, Map.of("session_id", choices.below(2) == 0 ? "a" : "b"))
        : Tuple.of(array, rate);
  }
}
