package dev.graft.compat.subject;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.compat.generate.KnownEnum;
import dev.graft.compat.generate.KnownRecord;
import dev.graft.compat.generate.KnownTypes;
import dev.graft.compat.generate.Property;
import dev.graft.compat.generate.ValueGenerator;
import dev.graft.runtime.backend.ValueCopy;
import dev.graft.value.NdArray;
import dev.graft.value.Opaque;
import dev.graft.value.RecordValue;
import dev.graft.value.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ValueCopyTest {
  private static final KnownTypes TYPES =
      new KnownTypes(
          List.of(new KnownEnum("Color", List.of("RED"), true)),
          List.of(new KnownRecord("Point", List.of("x"), true)),
          List.of("Europe/Berlin"));

  @Test
  void equalsWhatItWasMadeOf() {
    Property.of(ValueCopyTest.class, ValueGenerator.of(TYPES))
        .with(3, 5000)
        .holds(
            value -> {
              Object copy = ValueCopy.of(value);
              assertThat(copy).isEqualTo(value);
              assertThat(ValueText.of(copy)).isEqualTo(ValueText.of(value));
            });
  }

  @Test
  void doesNotChangeWithIt() {
    Set<Object> set = new LinkedHashSet<>(List.of(1L));
    NdArray array = NdArray.of(new int[] {1, 2});
    List<Object> list = new ArrayList<>(List.of(set, array));
    Object value = Tuple.of(new RecordValue("P", Map.of("x", list)), list);
    Object copy = ValueCopy.of(value);
    String before = ValueText.of(copy);
    set.add(2L);
    array.memory().bytes().put(0, (byte) 7);
    list.add(3L);
    assertThat(ValueText.of(copy)).isEqualTo(before);
    assertThat(ValueText.of(value)).isNotEqualTo(before);
  }

  @Test
  void putsAReferenceForWhatIsNotPortable() {
    assertThat(ValueCopy.of(List.of(7))).isEqualTo(List.of(new Opaque("", 0, "java.lang.Integer")));
  }
}
