package dev.graft.cli.mutants;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A node with one thing wrong.
 *
 * @param node its catalogue id
 * @param title what is wrong
 * @param kind the sort of mistake, as others would make it elsewhere
 * @param edits of the source of the right node
 */
record WrongPort(String node, String title, String kind, List<Edit> edits) {
  WrongPort {
    edits = List.copyOf(edits);
  }

  String name() {
    return node + ": " + title;
  }

  /** The files that are wrong, by name, with the text that they have then. */
  Map<String, String> sources(NativeSources right) {
    Map<String, String> sources = new LinkedHashMap<>();
    for (Edit edit : edits) {
      String text =
          sources.containsKey(edit.file()) ? sources.get(edit.file()) : right.text(edit.file());
      sources.put(edit.file(), edit.applyTo(text));
    }
    return sources;
  }
}
