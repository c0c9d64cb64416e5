package dev.graft.runtime.manifest;

import dev.graft.runtime.document.Document;
import dev.graft.runtime.document.DocumentException;
import dev.graft.runtime.document.JsonDocument;
import dev.graft.runtime.document.YamlDocument;
import dev.graft.runtime.form.Reading;
import dev.graft.runtime.form.Slot;
import dev.graft.value.Values;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a manifest and checks its form. */
public final class ManifestReader {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private ManifestReader() {}

  /**
   * The manifest of a file.
   *
   * @throws ManifestException if the file is not there or not a manifest
   */
  public static Manifest read(Path file) throws ManifestException {
    String text;
    try {
      text = Files.readString(file);
    } catch (NoSuchFileException e) {
      throw refused(file, "there is no such file. Give the path of a manifest.");
    } catch (CharacterCodingException e) {
      throw refused(file, "is not UTF-8 text. Save it as UTF-8.");
    } catch (IOException e) {
      throw refused(
          file,
          Files.isDirectory(file)
              ? "is a folder. Give the path of a manifest."
              : "cannot be read (" + e.getMessage() + ").");
    }
    Path parent = file.toAbsolutePath().getParent();
    return read(text, file.toString(), parent == null ? file.toAbsolutePath() : parent);
  }

  /**
   * The manifest of a text.
   *
   * @param text JSON, or YAML if the source says so
   * @param source what to call it in messages; YAML if it ends with {@code .yaml} or {@code .yml}
   * @param directory where relative paths start
   * @throws ManifestException if it is not a manifest
   */
  public static Manifest read(String text, String source, Path directory) throws ManifestException {
    Document document = document(text, source);
    Origin origin = new Origin(source, Optional.of(document.spot()));
    if (!(document.value() instanceof Map<?, ?> map)) {
      throw new ManifestException(
              List.of(
                  Problem.of(
                      Place.WHOLE,
                      "a manifest is an object, got " + Values.describe(document.value()) + ".")))
          .in(origin);
    }
    Reading reading = new Reading(directory);
    Slot slot = new Slot(map, "", reading);
    Manifest manifest =
        OlderForm.VERSION.equals(map.get("version"))
            ? OlderForm.read(OlderForm.SHAPE.open(slot).orElseThrow(), origin)
            : PipelineForm.read(PipelineForm.SHAPE.open(slot).orElseThrow(), origin);
    List<Problem> problems = new ArrayList<>(repeated(document, source));
    for (Reading.Finding finding : reading.findings()) {
      Place place = Place.of(finding.path());
      problems.add(Problem.of(finding.isKey() ? place.key() : place, finding.fact()));
    }
    if (!problems.isEmpty()) {
      throw new ManifestException(problems).in(origin);
    }
    return manifest;
  }

  private static List<Problem> repeated(Document document, String source) {
    return document.repeated().stream()
        .map(
            each ->
                new Problem(
                    source,
                    Optional.of(each.second()),
                    Place.of(each.path()),
                    "the key stands at %s already. Remove one of the two.".formatted(each.first())))
        .toList();
  }

  private static Document document(String text, String source) throws ManifestException {
    String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    try {
      return isYaml(source) ? YamlDocument.read(content) : JsonDocument.read(content);
    } catch (DocumentException e) {
      throw new ManifestException(
          List.of(new Problem(source, Optional.of(e.position()), Place.WHOLE, e.fact())));
    }
  }

  /** Whether a manifest of that name is YAML; else it is JSON. */
  public static boolean isYaml(String source) {
    String name = source.toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  private static ManifestException refused(Path file, String fact) {
    return new ManifestException(
        List.of(new Problem(file.toString(), Optional.empty(), Place.WHOLE, fact)));
  }
}
