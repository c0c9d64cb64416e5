package dev.graft.runtime.document;

import dev.graft.runtime.json.JsonFormatException;
import dev.graft.runtime.json.TypedJson;
import tools.jackson.core.JacksonException;

/** Reads JSON that somebody wrote by hand. */
public final class JsonDocument {
  private JsonDocument() {}

  /**
   * The document of a text.
   *
   * @throws DocumentException if it is not JSON, or not typed JSON
   */
  public static Document read(String text) throws DocumentException {
    try (SpotRecorder recorder = new SpotRecorder(TypedJson.tokens(text))) {
      try {
        return recorder.document(TypedJson.read(recorder));
      } catch (JsonFormatException e) {
        throw new DocumentException(recorder.here(), e.fact());
      } catch (JacksonException e) {
        throw JsonSyntax.explain(e, text, recorder);
      }
    }
  }
}
