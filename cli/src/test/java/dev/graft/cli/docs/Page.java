package dev.graft.cli.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page of the documentation that people wrote.
 *
 * @param file where it is, from the root of the project
 * @param lines its text
 */
record Page(Path file, List<String> lines) {
  private static final Path ROOT = Path.of("..");
  private static final String FENCE = "```";

  Page {
    lines = List.copyOf(lines);
  }

  /** All pages: the README of the project and of each module and example, and {@code docs}. */
  static List<Page> all() throws IOException {
    List<Page> pages = new ArrayList<>();
    try (Stream<Path> files =
        Stream.of(ROOT, ROOT.resolve("docs"), ROOT.resolve("examples"))
            .flatMap(Page::inAndBelow)
            .filter(file -> file.getFileName().toString().endsWith(".md"))) {
      for (Path file : files.sorted().toList()) {
        pages.add(new Page(ROOT.relativize(file), Files.readAllLines(file)));
      }
    }
    return pages;
  }

  /** The page in the file system. */
  Path path() {
    return ROOT.resolve(file);
  }

  /** The fenced blocks in some language. */
  List<Snippet> snippets(String language) {
    List<Snippet> snippets = new ArrayList<>();
    int begin = -1;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.startsWith(FENCE)) {
        continue;
      }
      if (begin >= 0) {
        String text = String.join("\n", lines.subList(begin, i));
        if (lines.get(begin - 1).strip().equals(FENCE + language)) {
          snippets.add(new Snippet(file + ", line " + begin, text));
        }
        begin = -1;
      } else {
        begin = i + 1;
      }
    }
    return snippets;
  }

  /**
   * A fenced block.
   *
   * @param place where it is, for people
   * @param text what is in it
   */
  record Snippet(String place, String text) {}

  /** The files of a folder and of the folders in it, but of nothing that was built. */
  private static Stream<Path> inAndBelow(Path folder) {
    try (Stream<Path> found = Files.walk(folder, 2)) {
      return found
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().contains("target"))
          .filter(file -> !ROOT.relativize(file).toString().startsWith("."))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
