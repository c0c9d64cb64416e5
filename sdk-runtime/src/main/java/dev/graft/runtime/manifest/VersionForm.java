package dev.graft.runtime.manifest;

import dev.graft.runtime.form.Definitions;
import dev.graft.runtime.form.Form;
import dev.graft.runtime.form.Slot;
import dev.graft.value.Values;
import java.util.Map;
import java.util.Optional;

/** The version of the form of manifests. */
final class VersionForm implements Form<String> {
  static final VersionForm ANY = new VersionForm();

  private static final String VERSION = "1";

  private VersionForm() {}

  @Override
  public String words() {
    return "\"" + VERSION + "\"";
  }

  @Override
  public Optional<String> read(Slot slot) {
    if (VERSION.equals(slot.value())) {
      return Optional.of(VERSION);
    }
    boolean lacksQuotes = Long.valueOf(VERSION).equals(slot.value());
    return slot.problem(
        "must be %s, got %s.%s"
            .formatted(
                words(),
                slot.value() instanceof String text
                    ? '"' + text + '"'
                    : Values.describe(slot.value()),
                lacksQuotes ? " It is a text: put it in quotes." : ""));
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    return Map.of("const", VERSION);
  }
}
