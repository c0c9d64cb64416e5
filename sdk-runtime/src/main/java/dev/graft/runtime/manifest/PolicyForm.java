package dev.graft.runtime.manifest;

import dev.graft.runtime.form.Definitions;
import dev.graft.runtime.form.Form;
import dev.graft.runtime.form.Slot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happens when a node fails at an item. */
final class PolicyForm implements Form<ErrorPolicy> {
  static final PolicyForm ANY = new PolicyForm();

  private static final String FAIL = "fail";
  private static final String SKIP = "skip";
  private static final String DEAD_LETTER = "dead_letter";

  private PolicyForm() {}

  @Override
  public String words() {
    return "\"fail\", \"skip\" or {\"dead_letter\": \"FILE.jsonl\"}";
  }

  @Override
  public Optional<ErrorPolicy> read(Slot slot) {
    return switch (slot.value()) {
      case String text when text.equals(FAIL) -> Optional.of(new ErrorPolicy.Fail());
      case String text when text.equals(SKIP) -> Optional.of(new ErrorPolicy.Skip());
      case Map<?, ?> map
          when map.size() == 1 && map.get(DEAD_LETTER) instanceof String file && !file.isBlank() ->
          Optional.of(new ErrorPolicy.DeadLetter(slot.reading().resolve(file)));
      case null, default -> slot.problem("must be " + words() + ".");
    };
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    return definitions.refer("policy", PolicyForm::definition);
  }

  private static Map<String, Object> definition() {
    Map<String, Object> letters = new LinkedHashMap<>();
    letters.put("type", "object");
    letters.put("required", List.of(DEAD_LETTER));
    letters.put("additionalProperties", false);
    Map<String, Object> file = new LinkedHashMap<>();
    file.put(
        "description",
        "The item and its error go to this file of JSON Lines, and the run goes on.");
    file.put("type", "string");
    file.put("pattern", "\\S");
    file.put("examples", List.of("rejects.jsonl"));
    letters.put("properties", Map.of(DEAD_LETTER, file));
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("enum", List.of(FAIL, SKIP));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("title", "Error policy");
    schema.put(
        "description",
        "\"fail\" delivers what was emitted before and ends the run, \"skip\" drops the item and counts it, a dead letter keeps it.");
    schema.put("anyOf", List.of(words, letters));
    return schema;
  }
}
