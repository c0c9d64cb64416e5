package dev.graft.compat.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds case files: those that come with the SDK, and those of a directory. */
public final class CorpusFiles {
  private static final String ROOT = "/cases/";

  private CorpusFiles() {}

  /** The cases of the SDK's own nodes. */
  public static Corpus builtIn() throws CaseFormatException, IOException {
    return builtIn("");
  }

  /** Those of one of them, without reading the others: they lie in a folder of its name. */
  public static Corpus builtInOf(String node) throws CaseFormatException, IOException {
    return builtIn(node + "/");
  }

  private static Corpus builtIn(String prefix) throws CaseFormatException, IOException {
    Corpus corpus = new Corpus(List.of());
    for (String name :
        resource("index.txt")
            .lines()
            .filter(line -> !line.isBlank() && line.startsWith(prefix))
            .toList()) {
      corpus = corpus.with(new Corpus(CaseReader.read(resource(name), "cases/" + name)));
    }
    return corpus;
  }

  /** The cases of all JSON files below a directory. */
  public static Corpus directory(Path directory) throws CaseFormatException, IOException {
    Corpus corpus = new Corpus(List.of());
    for (CaseFile file : files(directory)) {
      corpus = corpus.with(new Corpus(file.cases()));
    }
    return corpus;
  }

  /** All JSON files below a directory, by name. */
  public static List<CaseFile> files(Path directory) throws CaseFormatException, IOException {
    List<Path> paths;
    try (Stream<Path> tree = Files.walk(directory)) {
      paths = tree.filter(path -> path.toString().endsWith(".json")).sorted().toList();
    }
    List<CaseFile> files = new ArrayList<>();
    for (Path path : paths) {
      files.add(CaseFile.read(path));
    }
    return files;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = CorpusFiles.class.getResourceAsStream(ROOT + name)) {
      if (in == null) {
        throw new IOException("the case file " + name + " is in the index but not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
