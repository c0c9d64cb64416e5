package dev.graft.compat.generate;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.runtime.json.TypedJson;
import dev.graft.value.Portable;
import org.junit.jupiter.api.Test;

/** Whatever is written is read back, by type, by bits and in order. */
final class TypedJsonRoundTripTest {
  @Test
  void readsBackWhatItWrote() {
    Property.of(TypedJsonRoundTripTest.class, ValueGenerator.of(SomeTypes.KNOWN))
        .holds(
            value -> {
              assertThat(Portable.check(value)).isSameInstanceAs(value);
              String text = TypedJson.write(value);
              Object back = TypedJson.read(text, "test");
              // Double's equals tells NaN and the zeros apart as bits do; texts also tell the
              // order.
              assertThat(back).isEqualTo(value);
              assertThat(TypedJson.write(back)).isEqualTo(text);
              assertThat(text.indexOf('\n')).isEqualTo(-1);
            });
  }
}
