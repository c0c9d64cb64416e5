package dev.graft.bench.compile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Makes node classes up: six kinds, in packages of fifty, all with names of their own. */
final class NodeSources {
  private static final List<String> KINDS =
      List.of("Scale", "Route", "Window", "Readings", "Tally", "Words");
  private static final int PER_PACKAGE = 50;

  private NodeSources() {}

  /** So many node classes. */
  static List<SourceText> of(int count) throws IOException {
    List<String> templates = new ArrayList<>();
    for (String kind : KINDS) {
      try (InputStream in = NodeSources.class.getResourceAsStream(kind + ".txt")) {
        byte[] text = Objects.requireNonNull(in, kind).readAllBytes();
        templates.add(new String(text, StandardCharsets.UTF_8));
      }
    }
    List<SourceText> sources = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int kind = i % KINDS.size();
      String group = "group" + i / PER_PACKAGE;
      String number = String.valueOf(i);
      String text = templates.get(kind).replace("@GROUP@", group).replace("@N@", number);
      sources.add(new SourceText("made." + group + "." + KINDS.get(kind) + i + "Node", text));
    }
    return sources;
  }
}
