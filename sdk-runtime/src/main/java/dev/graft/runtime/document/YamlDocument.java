package dev.graft.runtime.document;

import dev.graft.runtime.json.JsonFormatException;
import dev.graft.runtime.json.TypedJson;

/**
 * Reads YAML 1.2 that somebody wrote by hand, as another way to write typed JSON: a text in the
 * core schema means what the same JSON would. What versions and readers of YAML disagree about, or
 * what JSON does not have, is refused rather than guessed ({@link YamlTokens}, {@link YamlScalar}).
 */
public final class YamlDocument {
  private YamlDocument() {}

  /**
   * The document of a text.
   *
   * @throws DocumentException if it is not YAML, or not typed JSON written as YAML
   */
  public static Document read(String text) throws DocumentException {
    try (SpotRecorder recorder = new SpotRecorder(YamlTokens.of(text))) {
      try {
        return recorder.document(TypedJson.read(recorder));
      } catch (JsonFormatException e) {
        throw new DocumentException(recorder.here(), e.fact());
      }
    }
  }
}
