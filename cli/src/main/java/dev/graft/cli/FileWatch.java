package dev.graft.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Sees whether files change; of a folder, the code that lies directly in it. It looks a few times
 * each second instead of asking the system to be told: that works on every file system, also where
 * an editor replaces a file by another one.
 */
final class FileWatch {
  private static final Duration BETWEEN = Duration.ofMillis(100);

  /** A folder may also hold what the run writes, and what editors leave there. */
  private static final List<String> CODE = List.of(".py", ".jar");

  private static final List<String> SOURCES = List.of(".java", ".json", ".py", ".jar");

  private static final Pattern MADE = Pattern.compile("__pycache__|target|\\..*");

  private final List<Path> places;
  private final List<String> endings;
  private final boolean deep;
  private Map<Path, State> known;

  /** What shows that a file is another one. */
  private record State(FileTime modified, long size) {}

  private FileWatch(List<Path> places, List<String> endings, boolean deep) {
    this.places = places;
    this.endings = endings;
    this.deep = deep;
    this.known = look();
  }

  /** Watches files and folders from now on. What is not there yet may come. */
  static FileWatch of(Collection<Path> places) {
    return new FileWatch(List.copyOf(places), CODE, false);
  }

  /** The same, and all folders in them: sources, cases, jars. */
  static FileWatch ofTrees(Collection<Path> places) {
    return new FileWatch(List.copyOf(places), SOURCES, true);
  }

  /** Waits for a change, and until whoever makes it is done. Says which file it was. */
  Path await() throws InterruptedException {
    while (true) {
      Map<Path, State> now = look();
      Optional<Path> changed = difference(known, now);
      while (changed.isPresent() && !now.equals(known)) {
        known = now;
        Thread.sleep(BETWEEN);
        now = look();
      }
      if (changed.isPresent()) {
        return changed.get();
      }
      Thread.sleep(BETWEEN);
    }
  }

  private static Optional<Path> difference(Map<Path, State> before, Map<Path, State> after) {
    return Stream.concat(after.keySet().stream(), before.keySet().stream())
        .filter(
            path ->
                !Optional.ofNullable(before.get(path)).equals(Optional.ofNullable(after.get(path))))
        .findFirst();
  }

  private Map<Path, State> look() {
    Map<Path, State> found = new TreeMap<>();
    for (Path place : places) {
      if (Files.isDirectory(place)) {
        lookInto(place, found);
      } else {
        note(place, found);
      }
    }
    return found;
  }

  private void lookInto(Path folder, Map<Path, State> found) {
    try (Stream<Path> children = Files.list(folder)) {
      for (Path child : children.toList()) {
        if (isCode(child)) {
          note(child, found);
        } else if (deep && !isMade(child) && Files.isDirectory(child)) {
          lookInto(child, found);
        }
      }
    } catch (IOException e) {
      // A folder that goes away while it is read is looked at again in a moment.
    }
  }

  private static boolean isMade(Path folder) {
    return MADE.matcher(String.valueOf(folder.getFileName())).matches();
  }

  private boolean isCode(Path file) {
    return endings.stream().anyMatch(file.toString()::endsWith);
  }

  private static void note(Path file, Map<Path, State> found) {
    state(file).ifPresent(state -> found.put(file, state));
  }

  private static Optional<State> state(Path file) {
    try {
      BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
      return seen.isRegularFile()
          ? Optional.of(new State(seen.lastModifiedTime(), seen.size()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
