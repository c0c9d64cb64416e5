package dev.graft.compat.code;

import dev.graft.runtime.hash.Sha256;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** All code that lies where a class lies: the jar, or the folder, that it was loaded from. */
final class CodePlace {
  private CodePlace() {}

  /**
   * A hash of its classes and Python files.
   *
   * @param without how the names of those end that do not count
   */
  static String hash(Class<?> there, Collection<String> without) {
    return Sha256.of(
        sums(there).entrySet().stream()
            .filter(each -> without.stream().noneMatch(each.getKey()::endsWith))
            .map(each -> each.getKey() + " " + each.getValue())
            .collect(Collectors.joining("\n")));
  }

  /** The names of its classes and Python files, with slashes. */
  static Set<String> names(Class<?> there) {
    return sums(there).keySet();
  }

  private static SortedMap<String, String> sums(Class<?> there) {
    SortedMap<String, String> sums = new TreeMap<>();
    try {
      Optional<Path> place = place(there);
      if (place.isPresent() && Files.isDirectory(place.get())) {
        folder(place.get(), sums);
      } else if (place.isPresent()) {
        jar(place.get(), sums);
      }
    } catch (IOException e) {
      sums.put("unreadable", String.valueOf(e.getMessage()));
    }
    return sums;
  }

  private static Optional<Path> place(Class<?> there) {
    CodeSource source = there.getProtectionDomain().getCodeSource();
    try {
      return source == null || source.getLocation() == null
          ? Optional.empty()
          : Optional.of(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean isCode(String name) {
    return name.endsWith(".class") || name.endsWith(".py");
  }

  private static void folder(Path folder, SortedMap<String, String> sums) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path file : tree.filter(each -> isCode(each.toString())).toList()) {
        CRC32 sum = new CRC32();
        byte[] bytes = Files.readAllBytes(file);
        sum.update(bytes);
        String name = folder.relativize(file).toString().replace('\\', '/');
        sums.put(name, sum.getValue() + " " + bytes.length);
      }
    }
  }

  private static void jar(Path jar, SortedMap<String, String> sums) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().filter(each -> isCode(each.getName())).toList()) {
        sums.put(entry.getName(), entry.getCrc() + " " + entry.getSize());
      }
    }
  }
}
