package dev.graft.runtime.catalogue;

import dev.graft.runtime.hash.Sha256;
import dev.graft.runtime.json.JsonFormatException;
import dev.graft.runtime.json.TypedJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A node as a pickle, in a file whose first line says which Python made it ({@code
 * graft/pickles.py}). Java reads that line and nothing else of it.
 *
 * @param file where it is
 * @param sha256 of the whole file, in hex
 * @param runtime the runtime that made it, for example {@code cpython-312}
 * @param python the version of the language, for example {@code 3.12}
 * @param needs the packages that unpickling it needs
 */
public record Payload(Path file, String sha256, String runtime, String python, List<String> needs) {
  private static final String MARK = "graft-pickle 1 ";
  private static final int LONGEST_HEADER = 4096;

  public Payload {
    needs = List.copyOf(needs);
  }

  /**
   * The payload of a file.
   *
   * @throws IOException if it cannot be read
   * @throws PythonSourceException if it has no header, or its content is not what that says
   */
  static Payload of(Path file) throws IOException, PythonSourceException {
    byte[] content = Files.readAllBytes(file);
    byte[] mark = MARK.getBytes(StandardCharsets.US_ASCII);
    if (content.length < mark.length
        || !Arrays.equals(content, 0, mark.length, mark, 0, mark.length)) {
      throw refused(
          file,
          "has no header, so nobody knows which Python made it. Write it with graft.pickled(…).");
    }
    int end = endOfLine(content);
    Map<?, ?> header = header(file, content, mark.length, end);
    byte[] body = Arrays.copyOfRange(content, end + 1, content.length);
    if (!Sha256.of(body).equals(header.get("sha256"))) {
      throw refused(
          file, "is damaged: its content has another SHA-256 than its header says. Copy it again.");
    }
    List<String> needs =
        header.get("needs") instanceof List<?> list
            ? list.stream().map(String::valueOf).toList()
            : List.of();
    return new Payload(
        file,
        Sha256.of(content),
        String.valueOf(header.get("runtime")),
        String.valueOf(header.get("python")),
        needs);
  }

  private static int endOfLine(byte[] content) {
    for (int i = 0; i < Math.min(content.length, LONGEST_HEADER); i++) {
      if (content[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private static Map<?, ?> header(Path file, byte[] content, int from, int end)
      throws PythonSourceException {
    if (end > from) {
      String text = new String(content, from, end - from, StandardCharsets.UTF_8);
      try {
        if (TypedJson.read(text, file.toString()) instanceof Map<?, ?> map
            && map.get("runtime") instanceof String
            && map.get("sha256") instanceof String) {
          return map;
        }
      } catch (JsonFormatException e) {
        // It is told like any other damage.
      }
    }
    throw refused(file, "is damaged: its header is not readable. Write it with graft.pickled(…).");
  }

  private static PythonSourceException refused(Path file, String fact) {
    return new PythonSourceException(List.of("payload " + file + " " + fact));
  }
}
