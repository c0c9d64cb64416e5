package dev.graft.runtime.catalogue;

import dev.graft.value.Suggestions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What helps whoever names a node that a catalogue does not have. */
public final class MissingNode {
  private static final Pattern CLASS =
      Pattern.compile("(?m)^class[ \\t]+(\\w+)[^\\n]*\\n((?:[ \\t#][^\\n]*\\n?|\\r?\\n)*)");

  private static final Pattern PROCESS = Pattern.compile("\\bprocess\\b");

  private MissingNode() {}

  /**
   * The hint.
   *
   * @param id what was named
   * @param catalogue what there is
   * @param files the Python files, or folders of them, whose nodes it has
   */
  public static String hint(String id, Catalogue catalogue, Collection<Path> files) {
    return noNode(id, files).orElseGet(() -> hint(id, catalogue.ids()));
  }

  /** Above all, it may be in a place that nobody named: no list of what there is would tell. */
  private static String hint(String id, Collection<String> ids) {
    String hint = Suggestions.hint(id, ids);
    return Suggestions.nearest(id, ids).isPresent()
        ? hint
        : hint
            + " `graft nodes` lists all."
            + " If it is in a file or jar of yours, name that with --nodes or --plugins, or in graft.json.";
  }

  /** The id that a class has, unless it says another. */
  public static String idOf(String symbol) {
    String plain = symbol.endsWith("Node") ? symbol.substring(0, symbol.length() - 4) : symbol;
    return plain
        .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
        .replace('_', '-')
        .toLowerCase(Locale.ROOT);
  }

  /** The class that was meant, and why it is no node. */
  private static Optional<String> noNode(String id, Collection<Path> files) {
    for (Path file : files.stream().flatMap(MissingNode::sources).toList()) {
      Matcher found = CLASS.matcher(text(file));
      while (found.find()) {
        String symbol = found.group(1);
        if (symbol.equals(id) || idOf(symbol).equals(id)) {
          return Optional.of(
              "The class %s in %s is none: %s."
                  .formatted(
                      symbol,
                      shown(file),
                      PROCESS.matcher(found.group(2)).find()
                          ? "it is abstract"
                          : "it has no method process"));
        }
      }
    }
    return Optional.empty();
  }

  private static Stream<Path> sources(Path place) {
    if (!Files.isDirectory(place)) {
      return Stream.of(place).filter(path -> path.toString().endsWith(".py"));
    }
    try (Stream<Path> children = Files.list(place)) {
      return children.filter(path -> path.toString().endsWith(".py")).sorted().toList().stream();
    } catch (IOException e) {
      return Stream.empty(); // it is only about a hint
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }

  /** As seen from the current folder, where that is shorter. */
  private static Path shown(Path file) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = file.toAbsolutePath().normalize();
    return absolute.startsWith(here) ? here.relativize(absolute) : file;
  }
}
