package dev.graft.cli;

import dev.graft.cli.project.ProjectFile;
import dev.graft.runtime.manifest.ManifestException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The places of a project file that a command passed over because they are not there yet. Whoever
 * misses a node or a case is told of them.
 */
final class AbsentPlaces {
  private static final Pattern MISSING =
      Pattern.compile("there is no node|has no implementation for|has no case|python-only");

  private AbsentPlaces() {}

  /**
   * What may be the reason, if something is missing.
   *
   * @param message what is said to be wrong
   * @param here the current folder
   */
  static Optional<String> hint(String message, CommandSpec command, Path here) {
    if (!MISSING.matcher(message).find()) {
      return Optional.empty();
    }
    try {
      ProjectFile project = ProjectFile.in(here);
      String hints =
          Map.of(
                  "--nodes", project.nodes(),
                  "--plugins", project.plugins(),
                  "--corpus", project.corpus())
              .entrySet()
              .stream()
              .filter(places -> isLookedUp(places.getKey(), command))
              .flatMap(places -> places.getValue().stream().filter(Files::notExists))
              .map(place -> hint(place, project))
              .sorted()
              .collect(Collectors.joining("\n"));
      return hints.isEmpty() ? Optional.empty() : Optional.of(hints);
    } catch (ManifestException e) {
      return Optional.empty(); // the command itself says what is wrong with it
    }
  }

  private static boolean isLookedUp(String option, CommandSpec command) {
    return command.findOption(option) != null
        && !command.commandLine().getParseResult().hasMatchedOption(option);
  }

  private static String hint(Path place, ProjectFile project) {
    return "%s of %s is not there yet%s."
        .formatted(
            place,
            project.origin().source(),
            project.plugins().contains(place) ? ": build it, as with `mvn package`" : "");
  }
}
