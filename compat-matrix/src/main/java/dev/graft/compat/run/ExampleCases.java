package dev.graft.compat.run;

import dev.graft.compat.corpus.CaseFormatException;
import dev.graft.compat.corpus.CaseReader;
import dev.graft.compat.corpus.Corpus;
import dev.graft.descriptor.Example;
import dev.graft.render.JsonText;
import dev.graft.render.JsonWriter;
import dev.graft.runtime.catalogue.CatalogueEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a case of each example of a node: {@code example/1} and so on. An author who only writes
 * examples has a matrix already, and an example that is no longer true fails it. It shows the node
 * at work, so whatever the node asks for is granted.
 */
final class ExampleCases {
  private ExampleCases() {}

  static Corpus of(CatalogueEntry entry) throws CaseFormatException {
    List<Object> cases = new ArrayList<>();
    for (Example example : entry.examples()) {
      cases.add(asCase(example, "example/" + (cases.size() + 1), entry.permissions()));
    }
    if (cases.isEmpty()) {
      return new Corpus(List.of());
    }
    String file = JsonWriter.write(Map.of("node", entry.id(), "cases", cases));
    return new Corpus(CaseReader.read(file, "the examples of " + entry.id()));
  }

  private static Map<String, Object> asCase(Example example, String id, List<String> permissions) {
    List<Object> steps = new ArrayList<>();
    example.items().forEach(item -> steps.add(Map.of("in", new JsonText(item))));
    steps.add(Map.of("end", true));
    List<Object> expected = new ArrayList<>();
    example.outputs().forEach(output -> expected.add(Map.of("out", new JsonText(output))));
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", id);
    tree.put("title", title(example));
    tree.put("tags", List.of("example"));
    tree.put("origin", Map.of("kind", "example"));
    tree.put("permissions", permissions);
    tree.put("params", new JsonText(example.params()));
    tree.put("steps", steps);
    tree.put("expect", expected);
    return tree;
  }

  private static String title(Example example) {
    String title = example.title();
    return title.isEmpty() ? "an example of its author" : title.substring(0, title.length() - 1);
  }
}
