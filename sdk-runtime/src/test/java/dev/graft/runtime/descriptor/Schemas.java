package dev.graft.runtime.descriptor;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.graft.descriptor.ValueType;
import dev.graft.render.JsonSchemaRenderer;
import dev.graft.render.JsonWriter;

/** Schemas of types, ready to validate. */
final class Schemas {
  /** What a schema must look like itself. */
  static final Schema DRAFT =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

  private Schemas() {}

  static Schema of(ValueType type) {
    return of(JsonWriter.write(JsonSchemaRenderer.tree(type)));
  }

  static Schema of(String json) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(json, InputFormat.JSON);
  }
}
