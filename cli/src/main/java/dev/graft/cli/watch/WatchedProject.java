package dev.graft.cli.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the sources and the cases of a node are.
 *
 * @param java folders of Java sources
 * @param python Python files, or folders of them
 * @param cases folders of case files
 */
public record WatchedProject(List<Path> java, List<Path> python, List<Path> cases) {
  private static final Path JAVA = Path.of("src", "main", "java");
  private static final Path PYTHON = Path.of("src", "main", "python");
  private static final List<Path> CASES =
      List.of(Path.of("src", "test", "cases"), Path.of("cases"));

  public WatchedProject {
    java = List.copyOf(java);
    python = List.copyOf(python);
    cases = List.copyOf(cases);
  }

  /**
   * What a folder has: the places of a project as {@code graft new} makes it, or Python files that
   * lie in the folder itself.
   */
  public static WatchedProject in(Path folder) throws IOException {
    List<Path> java = existing(folder, List.of(JAVA));
    List<Path> python = new ArrayList<>(existing(folder, List.of(PYTHON)));
    if (java.isEmpty() && python.isEmpty() && hasPython(folder)) {
      python.add(folder);
    }
    return new WatchedProject(java, python, existing(folder, CASES));
  }

  /** The same with more Python files, or folders of them, and more cases. */
  public WatchedProject with(List<Path> morePython, List<Path> moreCases) {
    return new WatchedProject(java, both(python, morePython), both(cases, moreCases));
  }

  private static List<Path> both(List<Path> some, List<Path> more) {
    return Stream.concat(some.stream(), more.stream()).distinct().toList();
  }

  /** Whether there is nothing to watch. */
  public boolean isEmpty() {
    return java.isEmpty() && python.isEmpty();
  }

  /** All of it. */
  public List<Path> places() {
    return Stream.of(java, python, cases).flatMap(List::stream).toList();
  }

  private static List<Path> existing(Path folder, List<Path> inside) {
    return inside.stream().map(folder::resolve).filter(Files::isDirectory).toList();
  }

  private static boolean hasPython(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder.toAbsolutePath())) {
      return children.anyMatch(file -> file.toString().endsWith(".py"));
    }
  }
}
