package dev.graft.cli.mutants;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Reads the wrong ports. A file is named after the package of its nodes; a port begins with {@code
 * ## node: what is wrong} and has its kind, a file, and the lines that leave and come.
 */
final class WrongPorts {
  private static final List<String> FILES =
      List.of("flow", "number", "expand", "text", "audio", "host");

  private final List<WrongPort> ports = new ArrayList<>();
  private String node = "";
  private String title = "";
  private String kind = "";
  private String file = "";
  private final List<Edit> edits = new ArrayList<>();
  private final List<String> before = new ArrayList<>();
  private final List<String> after = new ArrayList<>();

  private WrongPorts() {}

  static List<WrongPort> all() {
    WrongPorts reader = new WrongPorts();
    for (String name : FILES) {
      resource(name + ".txt").lines().forEach(reader::take);
    }
    reader.endPort();
    return reader.ports;
  }

  private static String resource(String name) {
    try (InputStream in = WrongPorts.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(String line) {
    if (line.startsWith("## ")) {
      endPort();
      int colon = line.indexOf(": ");
      node = line.substring("## ".length(), colon);
      title = line.substring(colon + 2);
    } else if (line.startsWith("kind: ")) {
      kind = line.substring("kind: ".length());
    } else if (line.startsWith("file: ")) {
      endEdit();
      file = line.substring("file: ".length());
    } else if (line.startsWith("- ")) {
      if (!after.isEmpty()) {
        endEdit();
      }
      before.add(line.substring(2).strip());
    } else if (line.startsWith("+ ")) {
      after.add(line.substring(2));
    } else if (!line.isBlank()) {
      throw new IllegalStateException("in \"%s: %s\": %s".formatted(node, title, line));
    }
  }

  private void endEdit() {
    if (!before.isEmpty()) {
      edits.add(new Edit(file, String.join("\n", before), String.join("\n", after)));
    }
    before.clear();
    after.clear();
  }

  private void endPort() {
    endEdit();
    if (!node.isEmpty()) {
      ports.add(new WrongPort(node, title, kind, edits));
    }
    edits.clear();
  }
}
