package dev.graft.runtime.json;

import static com.google.common.truth.Truth.assertWithMessage;

import dev.graft.value.Bytes;
import dev.graft.value.Tuple;
import dev.graft.value.Values;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever is written is read back, by type and by bits. */
final class TypedJsonRoundTripTest {
  private static final int VALUES = Integer.getInteger("graft.values", 20_000);

  @Test
  void readsBackWhatItWrote() throws JsonFormatException {
    long seed = Long.getLong("graft.seed", 20261123L);
    Random random = new Random(seed);
    for (int i = 0; i < VALUES; i++) {
      Object value = value(random, 4);
      String text = TypedJson.write(value);
      assertWithMessage("seed %s, value %s: %s", seed, i, text)
          .that(TypedJson.read(text, "test"))
          .isEqualTo(value);
      assertWithMessage("seed %s, value %s: one line", seed, i)
          .that(text.indexOf('\n'))
          .isEqualTo(-1);
    }
  }

  /** Double's equals tells NaN and the zeros apart as bits do, so isEqualTo compares bits. */
  private static @Nullable Object value(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 7 : 10)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2 -> random.nextLong() >> random.nextInt(64);
      case 3 -> Values.normalize(new BigInteger(random.nextInt(200), random).negate());
      case 4 -> number(random);
      case 5 -> text(random);
      case 6 -> bytes(random);
      case 7 -> items(random, depth);
      case 8 -> Tuple.copyOf(items(random, depth));
      default -> dict(random, depth);
    };
  }

  private static double number(Random random) {
    double number = Double.longBitsToDouble(random.nextLong());
    return switch (random.nextInt(5)) {
      case 0 -> random.nextGaussian();
      case 1 -> random.nextInt(100);
      case 2 -> -0.0;
      default -> Double.isNaN(number) ? Double.NaN : number;
    };
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(
          switch (random.nextInt(4)) {
            case 0 -> Character.toString(random.nextInt(0x110000));
            case 1 -> "$\\\"\n\u2028".substring(random.nextInt(5));
            default -> Character.toString('a' + random.nextInt(26));
          });
    }
    return text.toString();
  }

  private static Bytes bytes(Random random) {
    byte[] content = new byte[random.nextInt(5)];
    random.nextBytes(content);
    return Bytes.copyOf(content);
  }

  private static List<@Nullable Object> items(Random random, int depth) {
    List<@Nullable Object> items = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      items.add(value(random, depth - 1));
    }
    return items;
  }

  private static Map<@Nullable Object, @Nullable Object> dict(Random random, int depth) {
    Map<@Nullable Object, @Nullable Object> dict = new LinkedHashMap<>();
    boolean texts = random.nextBoolean();
    for (int i = random.nextInt(4); i > 0; i--) {
      Object key = texts ? text(random) : value(random, 0);
      dict.put(key, value(random, depth - 1));
    }
    return dict;
  }
}
