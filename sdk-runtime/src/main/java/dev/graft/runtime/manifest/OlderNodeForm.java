package dev.graft.runtime.manifest;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.ResourceLimits;
import dev.graft.runtime.form.ChoiceForm;
import dev.graft.runtime.form.Entries;
import dev.graft.runtime.form.Key;
import dev.graft.runtime.form.ObjectForm;
import dev.graft.runtime.form.Shape;
import dev.graft.runtime.form.TextForm;
import dev.graft.runtime.form.ValuesForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One node of an older manifest: its type is a Python class. */
final class OlderNodeForm {
  static final String TYPE_KEY = "node_type";

  private static final Key<String> ID =
      Key.of("id", NodeIdForm.ANY, "The name of the node.").needed();
  private static final Key<String> TYPE =
      Key.of(TYPE_KEY, TextForm.ANY, "The name of a Python class.").needed();
  private static final Key<Map<String, @Nullable Object>> PARAMS =
      Key.of("params", ValuesForm.ANY, "What the class is made with.");
  private static final Key<List<BackendId>> HINT =
      Key.of("runtime_hint", new ChoiceForm<>(hints(), ""), "Which Python the node was made for.");
  private static final Key<Map<String, @Nullable Object>> CAPABILITIES =
      Key.of("capabilities", ValuesForm.ANY, "What a machine had to have.");
  private static final Key<String> HOST =
      Key.of("host", TextForm.ANY, "The machine that the node was sent to.");

  static final ObjectForm<NodeSpec> FORM =
      new ObjectForm<>(
          new Shape(
              "Older node",
              "A node of the older system.",
              List.of(ID, TYPE, PARAMS, HINT, CAPABILITIES, HOST)),
          "node",
          OlderNodeForm::read);

  private OlderNodeForm() {}

  /** An embedded interpreter is one to this day; {@code cpython} was a process, and is one. */
  private static Map<String, List<BackendId>> hints() {
    Map<String, List<BackendId>> hints = new LinkedHashMap<>();
    hints.put("auto", List.of());
    hints.put("rustpython", List.of(BackendId.GRAALPY, BackendId.CPYTHON));
    hints.put("cpython", List.of(BackendId.CPYTHON));
    hints.put("cpython_wasm", List.of(BackendId.GRAALPY));
    return hints;
  }

  private static Optional<NodeSpec> read(Entries node) {
    if (node.has(CAPABILITIES)) {
      node.unwanted(CAPABILITIES, "nothing looks at capabilities any more. Remove them.");
    }
    if (node.has(HOST)) {
      node.unwanted(HOST, "nodes run on this machine. Remove the host.");
    }
    return Optional.of(
        new NodeSpec(
            node.get(ID).orElse(""),
            node.get(TYPE).orElse(""),
            node.get(PARAMS).orElse(Map.of()),
            Optional.empty(),
            node.get(HINT).orElse(List.of()),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            ResourceLimits.NONE,
            FanIn.ARRIVAL,
            1,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }
}
