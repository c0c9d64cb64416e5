package dev.graft.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The usual places of a project that a command was not told of. No command but {@code watch} looks
 * into them by itself: what it does must not depend on where it is called. But whoever misses a
 * node there is told of them.
 */
final class UnnamedPlaces {
  private static final Pattern MISSING =
      Pattern.compile("there is no node|has no implementation for|has no case");

  /** As {@code graft new} makes a project, and its Maven a plugin of it. */
  private static final Map<String, Path> USUAL =
      new TreeMap<>(
          Map.of(
              "--nodes", Path.of("src", "main", "python"),
              "--plugins", Path.of("target", "plugins"),
              "--corpus", Path.of("src", "test", "cases")));

  private UnnamedPlaces() {}

  /**
   * What to add to a command, if something is missing.
   *
   * @param message what is said to be wrong
   * @param here the current folder
   */
  static Optional<String> hint(String message, CommandSpec command, Path here) {
    if (!MISSING.matcher(message).find()) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>();
    USUAL.forEach(
        (option, place) -> {
          boolean isTaken = command.findOption(option) != null;
          boolean isNamed =
              isTaken && command.commandLine().getParseResult().hasMatchedOption(option);
          if (isTaken && !isNamed && Files.isDirectory(here.resolve(place))) {
            words.add(option + " " + place);
          }
        });
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of("This project has more that was not named. Add: " + String.join(" ", words));
  }
}
