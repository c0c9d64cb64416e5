package dev.graft.cli.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The JSON Schemas of the files that people write, and of the one that programs read. */
public enum PublishedSchema {
  /** A pipeline. */
  MANIFEST("/META-INF/graft/manifest-1.schema.json"),
  /** The places of a project. */
  PROJECT("/schemas/project-1.schema.json"),
  /** Cases of a node, for the matrix. */
  CASE("/schemas/case-1.schema.json"),
  /** Known limitations of nodes. */
  LIMITATIONS("/META-INF/graft/limitations-1.schema.json"),
  /** {@code report.json} of the matrix. */
  REPORT("/schemas/report-1.schema.json");

  private final String resource;

  PublishedSchema(String resource) {
    this.resource = resource;
  }

  /** The name of its file, which says its version. */
  public String fileName() {
    return resource.substring(resource.lastIndexOf('/') + 1);
  }

  /** The schema. */
  public String text() throws IOException {
    try (InputStream in = PublishedSchema.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException(resource + " is in no jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
