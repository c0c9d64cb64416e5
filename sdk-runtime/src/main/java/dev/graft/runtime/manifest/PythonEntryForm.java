package dev.graft.runtime.manifest;

import dev.graft.runtime.form.Definitions;
import dev.graft.runtime.form.Entries;
import dev.graft.runtime.form.Form;
import dev.graft.runtime.form.Key;
import dev.graft.runtime.form.Shape;
import dev.graft.runtime.form.Slot;
import dev.graft.runtime.form.TextForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What defines nodes in Python: a file, a folder, or a pickle. */
final class PythonEntryForm implements Form<PythonEntryForm.Found> {
  static final PythonEntryForm ANY = new PythonEntryForm();

  private static final Key<String> FILE =
      Key.of("file", TextForm.ANY, "A file, or a folder of files.").like("old/nodes").needed();
  private static final Key<String> AS =
      Key.of("as", TextForm.ANY, "The package that relative imports of the file refer to.")
          .like("old_sdk.nodes");
  private static final Shape FILE_SHAPE =
      new Shape("Python file", "A file whose relative imports mean a package.", List.of(FILE, AS));

  private static final Key<String> PAYLOAD =
      Key.of(
              "payload",
              TextForm.ANY,
              "A node as a pickle with a header, as graft.pickled makes it.")
          .like("node.pkl")
          .needed();
  private static final Key<String> TYPE =
      Key.of("type", TextForm.ANY, "The catalogue id that it gets.").like("tally").needed();
  private static final Shape PAYLOAD_SHAPE =
      new Shape("Payload", "A node as a pickle, for CPython only.", List.of(PAYLOAD, TYPE));

  private PythonEntryForm() {}

  /** One of the two. */
  sealed interface Found {
    /** A file or folder. */
    record OfFile(PythonSpec.File file) implements Found {}

    /** A pickle. */
    record OfPayload(PythonSpec.PayloadFile payload) implements Found {}
  }

  @Override
  public String words() {
    return "a path, or {\"file\": …, \"as\": \"package\"}, or {\"payload\": …, \"type\": \"name\"}";
  }

  @Override
  public Optional<Found> read(Slot slot) {
    Place place = Place.of(slot.path());
    return switch (slot.value()) {
      case String text when !text.isBlank() ->
          Optional.of(
              new Found.OfFile(
                  new PythonSpec.File(slot.reading().resolve(text), Optional.empty(), place)));
      case Map<?, ?> map when map.containsKey(PAYLOAD.name()) ->
          PAYLOAD_SHAPE.open(slot).flatMap(entries -> payload(entries, place));
      case Map<?, ?> map when map.containsKey(FILE.name()) ->
          FILE_SHAPE.open(slot).flatMap(entries -> file(entries, place));
      case null, default -> slot.refuse(this);
    };
  }

  private static Optional<Found> file(Entries entries, Place place) {
    Optional<String> as = entries.get(AS);
    return entries
        .get(FILE)
        .map(entries.reading()::resolve)
        .map(path -> new Found.OfFile(new PythonSpec.File(path, as, place)));
  }

  private static Optional<Found> payload(Entries entries, Place place) {
    Optional<String> type = entries.get(TYPE);
    return entries
        .get(PAYLOAD)
        .map(entries.reading()::resolve)
        .flatMap(
            path ->
                type.map(id -> new Found.OfPayload(new PythonSpec.PayloadFile(path, id, place))));
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    Map<String, Object> path = new LinkedHashMap<>();
    path.put("title", "Path");
    path.putAll(TextForm.ANY.schema(definitions));
    return Map.of(
        "anyOf", List.of(path, FILE_SHAPE.schema(definitions), PAYLOAD_SHAPE.schema(definitions)));
  }
}
