package dev.graft.runtime.manifest;

import dev.graft.runtime.form.Definitions;
import dev.graft.runtime.form.Form;
import dev.graft.runtime.form.Slot;
import dev.graft.runtime.form.TextForm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The id of a node, to which connections add the name of a port. */
final class NodeIdForm implements Form<String> {
  static final NodeIdForm ANY = new NodeIdForm();

  private NodeIdForm() {}

  @Override
  public String words() {
    return TextForm.ANY.words();
  }

  @Override
  public Optional<String> read(Slot slot) {
    Optional<String> id = TextForm.ANY.read(slot);
    if (id.isPresent() && id.get().indexOf('.') >= 0) {
      return slot.problem("must not contain a dot: a dot separates the port.");
    }
    return id;
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "string");
    schema.put("pattern", "^[^.]*[^.\\s][^.]*$");
    return schema;
  }
}
