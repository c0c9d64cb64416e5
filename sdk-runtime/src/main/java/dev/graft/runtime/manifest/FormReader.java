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
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Reads files that people write, by the description of their form. All that is wrong with one is
 * told at once, with line and column.
 *
 * @param noun what such a file is, with its article: {@code a manifest}
 */
public record FormReader(String noun) {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /**
   * The text of a file.
   *
   * @throws ManifestException if it is not there or no text
   */
  public String text(Path file) throws ManifestException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw refused(file, "there is no such file. Give the path of %s.".formatted(noun));
    } catch (CharacterCodingException e) {
      throw refused(file, "is not UTF-8 text. Save it as UTF-8.");
    } catch (IOException e) {
      throw refused(
          file,
          Files.isDirectory(file)
              ? "is a folder. Give the path of %s.".formatted(noun)
              : "cannot be read (" + e.getMessage() + ").");
    }
  }

  /**
   * What a text means.
   *
   * @param text JSON, or YAML if the source says so
   * @param source what to call it in messages; YAML if it ends with {@code .yaml} or {@code .yml}
   * @param directory where relative paths start
   * @param meaning makes it of the object that the text is; of use only if nothing was found wrong
   * @throws ManifestException if anything is wrong with it
   */
  public <T> T read(String text, String source, Path directory, BiFunction<Slot, Origin, T> meaning)
      throws ManifestException {
    Found<T> found = find(text, source, directory, meaning);
    if (!found.problems().isEmpty()) {
      throw new ManifestException(found.problems()).in(found.origin());
    }
    return found.meant();
  }

  /**
   * What a text means as far as it is good, and what is wrong with it.
   *
   * @throws ManifestException if it is no object at all
   */
  <T> Found<T> find(String text, String source, Path directory, BiFunction<Slot, Origin, T> meaning)
      throws ManifestException {
    Document document = document(text, source);
    Origin origin = new Origin(source, Optional.of(document.spot()));
    if (!(document.value() instanceof Map<?, ?>)) {
      throw new ManifestException(
              List.of(
                  Problem.of(
                      Place.WHOLE,
                      "%s is an object, got %s."
                          .formatted(noun, Values.describe(document.value())))))
          .in(origin);
    }
    Reading reading = new Reading(directory);
    T meant = meaning.apply(new Slot(document.value(), "", reading), origin);
    List<Problem> problems = new ArrayList<>(repeated(document, source));
    for (Reading.Finding finding : reading.findings()) {
      Place place = Place.of(finding.path());
      problems.add(Problem.of(finding.isKey() ? place.key() : place, finding.fact()));
    }
    return new Found<>(meant, problems, origin);
  }

  /**
   * What was read.
   *
   * @param meant what was made of it; without what is wrong
   * @param problems what is wrong, in no order
   * @param origin where it came from
   */
  record Found<T>(T meant, List<Problem> problems, Origin origin) {}

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
      return ManifestReader.isYaml(source)
          ? YamlDocument.read(content)
          : JsonDocument.read(content);
    } catch (DocumentException e) {
      throw new ManifestException(
          List.of(new Problem(source, Optional.of(e.position()), Place.WHOLE, e.fact())));
    }
  }

  private static ManifestException refused(Path file, String fact) {
    return new ManifestException(
        List.of(new Problem(file.toString(), Optional.empty(), Place.WHOLE, fact)));
  }
}
