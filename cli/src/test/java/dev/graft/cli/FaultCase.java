package dev.graft.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that is wrong.
 *
 * @param title what
 * @param files the files that there are; a name that ends with a slash is a folder
 * @param command the command line; names of files in it are completed
 * @param fullOutput whether standard output cannot be written any more
 */
record FaultCase(
    String title, Map<String, byte[]> files, List<String> command, boolean fullOutput) {
  FaultCase {
    files = new LinkedHashMap<>(files);
    command = List.copyOf(command);
  }

  /** A case without files. */
  static FaultCase of(String title, String... command) {
    return new FaultCase(title, Map.of(), List.of(command), false);
  }

  /** The same with one more file. */
  FaultCase with(String name, byte[] content) {
    Map<String, byte[]> more = new LinkedHashMap<>(files);
    more.put(name, content);
    return new FaultCase(title, more, command, fullOutput);
  }

  /** The same with one more file, in UTF-8. */
  FaultCase with(String name, String content) {
    return with(name, content.getBytes(StandardCharsets.UTF_8));
  }

  /** The same with an output on a full disk. */
  FaultCase full() {
    return new FaultCase(title, files, command, true);
  }

  void writeFiles(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      if (file.getKey().endsWith("/")) {
        Files.createDirectories(folder.resolve(file.getKey()));
      } else {
        Files.write(folder.resolve(file.getKey()), file.getValue());
      }
    }
  }

  /** The command line; what has a dot or ends with a slash is a file. */
  String[] arguments(Path folder) {
    return command.stream()
        .map(word -> isFile(word) ? folder.resolve(word).toString() : word)
        .toArray(String[]::new);
  }

  private static boolean isFile(String word) {
    return !word.startsWith("-") && (word.endsWith("/") || word.contains("."));
  }
}
