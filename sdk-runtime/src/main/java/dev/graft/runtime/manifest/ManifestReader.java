package dev.graft.runtime.manifest;

import dev.graft.runtime.form.Slot;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads a manifest and checks its form. */
public final class ManifestReader {
  private static final FormReader READER = new FormReader("a manifest");

  private static final Pattern SOURCES_OF_NODES =
      Pattern.compile("(version|plugins|python)\\b.*|nodes(\\[\\d+\\])?|");

  private ManifestReader() {}

  /**
   * The manifest of a file.
   *
   * @throws ManifestException if the file is not there or not a manifest
   */
  public static Manifest read(Path file) throws ManifestException {
    String text = READER.text(file);
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
    FormReader.Found<Manifest> found =
        READER.find(text, source, directory, ManifestReader::manifest);
    if (found.problems().isEmpty()) {
      return found.meant();
    }
    ManifestException wrong = new ManifestException(found.problems()).in(found.origin());
    throw found.problems().stream().noneMatch(each -> isOfSources(each.place().path()))
        ? wrong.withRest(found.meant())
        : wrong;
  }

  /** Whether what is wrong there leaves open what nodes there are, or which of them is meant. */
  private static boolean isOfSources(String path) {
    return SOURCES_OF_NODES.matcher(path).matches();
  }

  private static Manifest manifest(Slot slot, Origin origin) {
    return slot.value() instanceof Map<?, ?> map && OlderForm.VERSION.equals(map.get("version"))
        ? OlderForm.read(OlderForm.SHAPE.open(slot).orElseThrow(), origin)
        : PipelineForm.read(PipelineForm.SHAPE.open(slot).orElseThrow(), origin);
  }

  /** Whether a manifest of that name is YAML; else it is JSON. */
  public static boolean isYaml(String source) {
    String name = source.toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }
}
