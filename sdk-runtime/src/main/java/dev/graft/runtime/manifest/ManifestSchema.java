package dev.graft.runtime.manifest;

/**
 * The form of manifests as a JSON Schema, written from the description that reads them. It is
 * published as {@code META-INF/graft/manifest-1.schema.json}, for editors and other programs. What
 * spans several places, such as ids that must differ, only the reader knows.
 */
public final class ManifestSchema {
  private ManifestSchema() {}

  /** The text of the schema, with a line feed at its end. */
  public static String text() {
    return PipelineForm.SHAPE.document("urn:graft:manifest:1");
  }
}
