package dev.graft.cli;

import dev.graft.cli.project.ProjectFile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Places as words of a command that somebody is told to type in the current folder. */
final class PlaceWords {
  private PlaceWords() {}

  /** An option with each of some places. */
  static String of(String option, List<Path> places) {
    return places.stream()
        .map(place -> " " + option + " " + ShellWord.of(place))
        .collect(Collectors.joining());
  }

  /**
   * The same, so that some more places are looked into. If one of them must be named, all must:
   * what is named counts instead of the project file.
   *
   * @param more what must be looked into
   * @param given what this command was told
   * @param known where it looked, told or not
   */
  static String with(List<Path> more, String option, List<Path> given, List<Path> known) {
    List<Path> others =
        more.stream()
            .filter(place -> !ProjectFile.has(known, place))
            .map(PlaceWords::fromHere)
            .toList();
    return others.isEmpty()
        ? of(option, given)
        : of(option, Stream.concat(known.stream(), others.stream()).toList());
  }

  private static Path fromHere(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = path.toAbsolutePath().normalize();
    return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
  }
}
