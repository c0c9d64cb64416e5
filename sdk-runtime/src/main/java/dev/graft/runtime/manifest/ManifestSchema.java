package dev.graft.runtime.manifest;

import dev.graft.render.JsonWriter;
import dev.graft.runtime.form.Definitions;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The form of manifests as a JSON Schema, written from the description that reads them. It is
 * published as {@code META-INF/graft/manifest-1.schema.json}, for editors and other programs. What
 * spans several places, such as ids that must differ, only the reader knows.
 */
public final class ManifestSchema {
  private ManifestSchema() {}

  /** The text of the schema, with a line feed at its end. */
  public static String text() {
    Definitions definitions = new Definitions();
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "urn:graft:manifest:1");
    schema.putAll(PipelineForm.SHAPE.schema(definitions));
    schema.put("$defs", definitions.all());
    return JsonWriter.write(schema);
  }
}
