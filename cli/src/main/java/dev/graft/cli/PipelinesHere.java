package dev.graft.cli;

import dev.graft.runtime.document.Document;
import dev.graft.runtime.document.DocumentException;
import dev.graft.runtime.document.JsonDocument;
import dev.graft.runtime.document.YamlDocument;
import dev.graft.runtime.manifest.ManifestReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The pipelines of a folder: files that have a list of nodes, whether they are good or not. */
final class PipelinesHere {
  private PipelinesHere() {}

  static List<Path> in(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> children = Files.list(folder.toAbsolutePath())) {
      for (Path file : children.filter(Files::isRegularFile).sorted().toList()) {
        String name = file.toString();
        if ((name.endsWith(".json") || ManifestReader.isYaml(name)) && hasNodes(file)) {
          found.add(folder.resolve(file.getFileName()));
        }
      }
    }
    return found;
  }

  private static boolean hasNodes(Path file) throws IOException {
    try {
      String text = Files.readString(file);
      Document document =
          ManifestReader.isYaml(file.toString())
              ? YamlDocument.read(text)
              : JsonDocument.read(text);
      return document.value() instanceof Map<?, ?> map
          && map.containsKey("version")
          && map.get("nodes") instanceof List<?>;
    } catch (DocumentException | CharacterCodingException e) {
      return false;
    }
  }
}
