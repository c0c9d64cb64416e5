package dev.graft.cli.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Java sources of a project at one moment.
 *
 * @param texts by file
 */
record Sources(SortedMap<Path, String> texts) {
  private static final String ENDING = ".java";
  private static final String MARK = "@Node(";

  Sources {
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
  }

  static Sources none() {
    return new Sources(new TreeMap<>());
  }

  static Sources in(List<Path> folders) throws IOException {
    SortedMap<Path, String> texts = new TreeMap<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(each -> each.toString().endsWith(ENDING)).toList()) {
          texts.put(file, Files.readString(file));
        }
      }
    }
    return new Sources(texts);
  }

  /**
   * What must be compiled where others were compiled last: what changed and what names a class of
   * it, and so on. All of it if files came or went, or a file has other nodes: then the module that
   * lists the nodes is another one.
   */
  SortedSet<Path> since(Sources last) {
    SortedSet<Path> changed = new TreeSet<>();
    texts.forEach(
        (file, text) -> {
          if (!text.equals(last.texts.get(file))) {
            changed.add(file);
          }
        });
    boolean sameNodes =
        texts.keySet().equals(last.texts.keySet())
            && changed.stream().allMatch(file -> nodes(file) == last.nodes(file));
    return sameNodes ? withUsers(changed) : new TreeSet<>(texts.keySet());
  }

  private long nodes(Path file) {
    String text = texts.getOrDefault(file, "");
    return Pattern.compile(MARK, Pattern.LITERAL).matcher(text).results().count();
  }

  private SortedSet<Path> withUsers(Set<Path> files) {
    SortedSet<Path> all = new TreeSet<>(files);
    SortedSet<Path> last = new TreeSet<>(files);
    while (!last.isEmpty()) {
      SortedSet<Path> users = new TreeSet<>();
      for (Path file : last) {
        Pattern name = Pattern.compile("\\b" + Pattern.quote(typeName(file)) + "\\b");
        texts.forEach(
            (other, text) -> {
              if (!all.contains(other) && name.matcher(text).find()) {
                users.add(other);
              }
            });
      }
      all.addAll(users);
      last = users;
    }
    return all;
  }

  private static String typeName(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.length() - ENDING.length());
  }
}
