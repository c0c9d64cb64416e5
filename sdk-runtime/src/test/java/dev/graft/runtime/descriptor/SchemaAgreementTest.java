package dev.graft.runtime.descriptor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import dev.graft.descriptor.ValueType;
import dev.graft.runtime.descriptor.TypedText.Written;
import dev.graft.runtime.json.TypedJson;
import dev.graft.value.TypeCheck;
import dev.graft.value.ValueException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A schema accepts what a writer of typed JSON writes for a value exactly if the value is of the
 * type: there is no exception. Where texts of readers' freedom differ is in {@link
 * SchemaFormsTest}.
 */
final class SchemaAgreementTest {
  private static final int TYPES = 500;
  private static final int VALUES = 20;

  @Test
  void schemaAndTypeCheckAcceptTheSameValues() {
    int accepted = 0;
    for (int seed = 0; seed < TYPES; seed++) {
      TypesAndValues random = new TypesAndValues(new Random(seed));
      ValueType type = random.type(3);
      Schema schema = Schemas.of(type);
      for (int i = 0; i < VALUES; i++) {
        Written value = random.value(type, 4);
        boolean isOf = isOf(type, value);
        assertThat(TypedJson.write(value.value())).isEqualTo(value.text());
        assertWithMessage("seed %s, %s, %s", seed, type.text(), value.text())
            .that(schema.validate(value.text(), InputFormat.JSON).isEmpty())
            .isEqualTo(isOf);
        accepted += isOf ? 1 : 0;
      }
    }
    assertThat(accepted).isGreaterThan(TYPES * VALUES / 4);
    assertThat(accepted).isLessThan(TYPES * VALUES * 9 / 10);
  }

  private static boolean isOf(ValueType type, Written value) {
    try {
      TypeCheck.check(type, value.value());
      return true;
    } catch (ValueException e) {
      return false;
    }
  }
}
