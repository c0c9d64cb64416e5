package dev.graft.runtime.manifest;

import dev.graft.runtime.form.Definitions;
import dev.graft.runtime.form.Form;
import dev.graft.runtime.form.Slot;
import dev.graft.runtime.permission.Permission;
import dev.graft.runtime.permission.PermissionException;
import dev.graft.runtime.permission.PermissionReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One grant of the operator's. */
final class PermissionForm implements Form<Permission> {
  static final PermissionForm ANY = new PermissionForm();

  /** What {@link PermissionReader} takes, as far as a regular expression can say it. */
  private static final String PATTERN =
      "^((read|write):.*\\S.*|env:(\\*|[^=*\\s]+)|network|subprocess|threads"
          + "|host:[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)+|exec|native)$";

  private static final List<String> EXAMPLES =
      List.of(
          "read:data",
          "write:out",
          "env:HOME",
          "env:*",
          "network",
          "subprocess",
          "threads",
          "host:java.time.Instant",
          "exec",
          "native");

  private PermissionForm() {}

  @Override
  public String words() {
    return "a text";
  }

  @Override
  public Optional<Permission> read(Slot slot) {
    if (!(slot.value() instanceof String text)) {
      return slot.refuse(this);
    }
    try {
      return Optional.of(PermissionReader.read(text, slot.reading().directory()));
    } catch (PermissionException e) {
      return slot.problem(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    return definitions.refer("permission", PermissionForm::definition);
  }

  private static Map<String, Object> definition() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("title", "Permission");
    schema.put("description", "Relative paths start at the folder of the manifest.");
    schema.put("type", "string");
    schema.put("pattern", PATTERN);
    schema.put("examples", EXAMPLES);
    return schema;
  }
}
