package dev.graft.runtime.descriptor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import dev.graft.descriptor.ValueType;
import dev.graft.descriptor.ValueType.DictOf;
import dev.graft.descriptor.ValueType.Scalar;
import dev.graft.render.JsonSchemaRenderer;
import dev.graft.render.JsonWriter;
import dev.graft.runtime.json.JsonFormatException;
import dev.graft.runtime.json.TypedJson;
import dev.graft.value.TypeCheck;
import dev.graft.value.ValueException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which texts are typed JSON of a type, for every kind of type: to schemas and to readers alike.
 */
final class SchemaFormsTest {
  static List<Forms> forms() {
    return Stream.of(ScalarForms.all(), CompositeForms.all(), CompositeForms.dicts())
        .flatMap(List::stream)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void schemasKnowTheForms(Forms forms) {
    String json = JsonWriter.write(JsonSchemaRenderer.tree(forms.type()));
    Schema schema = Schemas.of(json);
    for (String text : forms.good()) {
      assertWithMessage("%s", text).that(schema.validate(text, InputFormat.JSON)).isEmpty();
      assertWithMessage("%s", text).that(isRead(forms.type(), text)).isTrue();
    }
    for (String text : forms.bad()) {
      assertWithMessage("%s", text).that(schema.validate(text, InputFormat.JSON)).isNotEmpty();
      assertWithMessage("%s", text).that(isRead(forms.type(), text)).isFalse();
    }
    assertThat(Schemas.DRAFT.validate(json, InputFormat.JSON)).isEmpty();
  }

  @Test
  void everyScalarHasItsForms() {
    assertThat(ScalarForms.all().stream().map(Forms::type).toList())
        .containsExactlyElementsIn(Scalar.values());
  }

  /** Where JSON Schema cannot say what typed JSON says, or should not. There is no other place. */
  @Test
  void whereSchemasAndReadersDiffer() {
    // JSON Schema does not tell 2.0 from 2.
    differ(Scalar.INT, "2.0", true);
    differ(Scalar.FLOAT, "2.0", false);
    // It has no limits of size in texts.
    differ(Scalar.FLOAT, "{\"$f\":\"1e999\"}", true);
    // A reader looks into values of any type; a schema would have to repeat all forms.
    differ(Scalar.ANY, "{\"$no_such\":1}", true);
    differ(Scalar.ANY, "{\"$i\":1}", true);
    // It is written, for people to see, and never read.
    differ(Scalar.ANY, "{\"$opaque\":\"socket\"}", true);
    // A record has str keys, so no writer makes pairs of it.
    differ(CompositeForms.POINT, "{\"$map\":[[\"x\",1]]}", false);
    differ(CompositeForms.SHAPE, "{\"$map\":[[\"type\",\"empty\"]]}", false);
    differ(new DictOf(Scalar.INT, Scalar.INT), "{\"$lit\":{}}", false);
  }

  private static void differ(ValueType type, String text, boolean schemaAccepts) {
    assertWithMessage("%s", text)
        .that(Schemas.of(type).validate(text, InputFormat.JSON).isEmpty())
        .isEqualTo(schemaAccepts);
    assertWithMessage("%s", text).that(isRead(type, text)).isEqualTo(!schemaAccepts);
  }

  private static boolean isRead(ValueType type, String text) {
    try {
      TypeCheck.check(type, TypedJson.read(text, "it"));
      return true;
    } catch (JsonFormatException | ValueException e) {
      return false;
    }
  }
}
