package dev.graft.compat.code;

import dev.graft.runtime.catalogue.PythonUnit;
import dev.graft.runtime.hash.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The source text of a Python node, and the files that it imports from its own folder and its
 * roots, those that they import, and so on. What is installed is part of the backend.
 */
final class PythonCode {
  private static final Pattern FROM =
      Pattern.compile(
          "^\\s*from\\s+(\\.*)([\\w.]*)\\s+import\\s+\\(?([\\w., ]*)", Pattern.MULTILINE);

  private static final Pattern IMPORT =
      Pattern.compile("^\\s*import\\s+([\\w., ]+)", Pattern.MULTILINE);

  private final SortedMap<Path, String> found = new TreeMap<>();
  private final Deque<Path> left = new ArrayDeque<>();
  private final List<Path> roots;

  private PythonCode(List<Path> roots) {
    this.roots = roots;
  }

  static String hash(PythonUnit unit) {
    return Sha256.of(
        unit.hash()
            + files(unit).entrySet().stream()
                .map(file -> "\n" + file.getKey().getFileName() + " " + Sha256.of(file.getValue()))
                .collect(Collectors.joining()));
  }

  /** The texts of the files besides that of the node itself. */
  static SortedMap<Path, String> files(PythonUnit unit) {
    PythonCode code = new PythonCode(unit.roots());
    home(unit).ifPresent(home -> code.follow(unit.source(), home));
    while (!code.left.isEmpty()) {
      code.take(code.left.remove());
    }
    return code.found;
  }

  private static Optional<Path> home(PythonUnit unit) {
    try {
      Path file = Path.of(unit.path()).toAbsolutePath();
      return Files.isRegularFile(file)
          ? Optional.ofNullable(file.getParent())
          : unit.roots().stream().findFirst();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private void take(Path file) {
    Path parent = file.getParent();
    if (found.containsKey(file) || parent == null || !Files.isRegularFile(file)) {
      return;
    }
    try {
      String text = Files.readString(file);
      found.put(file, text);
      follow(text, parent);
    } catch (IOException e) {
      found.put(file, "");
    }
  }

  private void follow(String text, Path home) {
    for (MatchResult each : FROM.matcher(text).results().toList()) {
      List<Path> bases = bases(each.group(1).length(), home);
      module(bases, each.group(2));
      String prefix = each.group(2).isEmpty() ? "" : each.group(2) + ".";
      names(each.group(3)).forEach(name -> module(bases, prefix + name));
    }
    for (MatchResult each : IMPORT.matcher(text).results().toList()) {
      names(each.group(1)).forEach(name -> module(bases(0, home), name));
    }
  }

  /** One dot is the folder of the file, each further one the folder above. */
  private List<Path> bases(int dots, Path home) {
    if (dots == 0) {
      return Stream.concat(Stream.of(home), roots.stream()).toList();
    }
    Path base = home;
    for (int i = 1; i < dots && base.getParent() != null; i++) {
      base = base.resolve("..").normalize();
    }
    return List.of(base);
  }

  private static List<String> names(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(String::strip)
        .map(name -> name.replaceAll("\\s.*", ""))
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private void module(List<Path> bases, String name) {
    List<Path> candidates = new ArrayList<>();
    for (Path base : bases) {
      Path place = base.resolve(name.replace('.', '/'));
      candidates.add(place.resolve("__init__.py"));
      candidates.add(base.resolve(name.replace('.', '/') + ".py"));
    }
    candidates.stream().map(Path::normalize).filter(Files::isRegularFile).forEach(left::add);
  }
}
