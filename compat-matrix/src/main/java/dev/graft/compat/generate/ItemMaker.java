package dev.graft.compat.generate;

import dev.graft.descriptor.ValueType;
import dev.graft.descriptor.ValueType.Scalar;
import dev.graft.value.NdArray;
import dev.graft.value.Tuple;
import dev.graft.value.Values;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
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
  private static final int DEPTH = 2;
  private static final int LONGEST = 60;
  private static final int USUAL = 25;

  private final ValueType input;
  private final boolean audio;
  private final Words words;

  /** The numbers of the case so far, but for zeros. */
  private final List<Number> drawn = new ArrayList<>();

  ItemMaker(ValueType input, boolean audio, Words words) {
    this.input = input;
    this.audio = audio;
    this.words = words;
  }

  /** The same for one case, of a node with these parameters. */
  ItemMaker with(Collection<? extends @Nullable Object> params) {
    return new ItemMaker(input, audio, words.with(params));
  }

  /** Another item like one that somebody wrote: the same, or with one thing changed in it. */
  @Nullable Object like(@Nullable Object item, Choices choices) {
    return choices.below(3) == 0 ? item : changed(item, choices);
  }

  private @Nullable Object changed(@Nullable Object value, Choices choices) {
    return switch (value) {
      case Boolean flag -> !flag;
      case Number _ -> number(choices);
      case String text -> choices.below(2) == 0 ? words.any(choices) : text + words.any(choices);
      case Map<?, ?> map when !map.isEmpty() -> changed(map, choices);
      case List<?> list when !list.isEmpty() -> changed(list, choices);
      case Tuple tuple when !tuple.items().isEmpty() ->
          Tuple.copyOf(changed(tuple.items(), choices));
      case null, default -> value instanceof NdArray ? value : any(choices, 1);
    };
  }

  private Map<@Nullable Object, @Nullable Object> changed(Map<?, ?> map, Choices choices) {
    Map<@Nullable Object, @Nullable Object> copy = new LinkedHashMap<>(map);
    Object key = new ArrayList<>(map.keySet()).get(choices.below(map.size()));
    switch (choices.below(6)) {
      case 4 -> copy.remove(key);
      case 5 -> copy.put(words.mined(choices), any(choices, 1));
      default -> copy.put(key, changed(copy.get(key), choices));
    }
    return copy;
  }

  private List<@Nullable Object> changed(List<?> list, Choices choices) {
    List<@Nullable Object> copy = new ArrayList<>(list);
    int at = choices.below(list.size());
    switch (choices.below(6)) {
      case 4 -> copy.remove(at);
      case 5 -> copy.add(at, copy.get(at));
      default ->
          copy.set(at, isRate(list, at) ? rateOrNone(choices) : changed(copy.get(at), choices));
    }
    return copy;
  }

  /** Audio goes as samples with their rate after them. */
  private static boolean isRate(List<?> list, int at) {
    return at == 1 && list.getFirst() instanceof NdArray && list.get(at) instanceof Number;
  }

  /** An item; now and then one that the node refuses. */
  @Nullable Object make(Choices choices) {
    if (audio && choices.below(8) > 0) {
      return audio(choices);
    } else if (input != Scalar.ANY && choices.below(8) > 0) {
      return typed(input, choices, DEPTH);
    }
    return any(choices, DEPTH);
  }

  private @Nullable Object typed(ValueType type, Choices choices, int depth) {
    return switch (type) {
      case ValueType.OptionalOf optional ->
          choices.below(3) == 0 ? null : typed(optional.type(), choices, depth);
      case ValueType.EnumOf choice -> choice.choices().get(choices.below(choice.choices().size()));
      case ValueType.ListOf list -> {
        List<@Nullable Object> items = new ArrayList<>();
        while (choices.more(3)) {
          items.add(typed(list.item(), choices, depth - 1));
        }
        yield items;
      }
      case ValueType.TupleOf tuple -> {
        List<@Nullable Object> items = new ArrayList<>();
        tuple.items().forEach(item -> items.add(typed(item, choices, depth - 1)));
        yield Tuple.copyOf(items);
      }
      case ValueType.DictOf dict -> {
        Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
        while (choices.more(3)) {
          Object key =
              dict.key() == Scalar.STR ? words.mined(choices) : typed(dict.key(), choices, 0);
          entries.put(key, typed(dict.value(), choices, depth - 1));
        }
        yield entries;
      }
      case ValueType.RecordOf record -> fields(record, choices, depth);
      case ValueType.UnionOf union -> {
        ValueType.UnionOf.Variant variant =
            union.variants().get(choices.below(union.variants().size()));
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put(union.tag(), variant.name());
        fields.putAll(fields(variant.record(), choices, depth));
        yield fields;
      }
      case Scalar scalar -> scalar(scalar, choices, depth);
      case ValueType.SetOf _ -> any(choices, depth);
    };
  }

  private Map<String, @Nullable Object> fields(
      ValueType.RecordOf record, Choices choices, int depth) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (ValueType.RecordOf.Field field : record.fields()) {
      fields.put(field.name(), typed(field.type(), choices, depth - 1));
    }
    return fields;
  }

  private @Nullable Object scalar(Scalar type, Choices choices, int depth) {
    return switch (type) {
      case NONE -> null;
      case BOOL -> choices.below(2) == 1;
      case INT ->
          choices.below(2) == 0 ? (Object) (long) choices.below(7) : Numbers.integer(choices);
      case FLOAT -> Numbers.real(choices);
      case NUMBER -> number(choices);
      case STR -> words.any(choices);
      default -> any(choices, depth);
    };
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

  private Object number(Choices choices) {
    Object drawnNow = another(choices);
    if (drawnNow instanceof Number number && number.doubleValue() != 0) {
      drawn.add(number);
    }
    return drawnNow;
  }

  private Object another(Choices choices) {
    return switch (choices.below(8)) {
      case 6, 7 -> opposite(drawn.isEmpty() ? 0L : drawn.get(choices.below(drawn.size())));
      case 0, 1 -> (long) choices.below(7);
      case 2 -> Numbers.integer(choices);
      case 3 -> choices.below(2) == 1;
      default -> Numbers.real(choices);
    };
  }

  /** Sums that cancel out show in which order, and how exactly, they were added up. */
  private static Number opposite(Number number) {
    return switch (number) {
      case Double real -> -real;
      case Long small -> Values.normalize(BigInteger.valueOf(small).negate());
      case BigInteger large -> Values.normalize(large.negate());
      default -> number;
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

  /** One in use; now and then something that is none. */
  private static Object rateOrNone(Choices choices) {
    long rate = rate(choices);
    return switch (choices.below(12)) {
      case 9 -> 0L;
      case 10 -> -rate;
      case 11 -> (double) rate;
      default -> rate;
    };
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
