package dev.graft.runtime.manifest;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.form.ChoiceForm;
import dev.graft.runtime.form.Definitions;
import dev.graft.runtime.form.Entries;
import dev.graft.runtime.form.FlagForm;
import dev.graft.runtime.form.Form;
import dev.graft.runtime.form.Key;
import dev.graft.runtime.form.NumberForm;
import dev.graft.runtime.form.ObjectForm;
import dev.graft.runtime.form.Shape;
import dev.graft.runtime.form.Slot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A backend, or a backend and how it is compared with. */
final class ShadowForm implements Form<ShadowSpec> {
  static final ShadowForm ANY = new ShadowForm();

  private static final int MOST = 1_000_000;

  private static final ChoiceForm<BackendId> BACKENDS =
      ChoiceForm.of(BackendId.values(), BackendId::text).named("backend");
  private static final Key<BackendId> BACKEND =
      Key.of("backend", BACKENDS, "Where the other implementation runs.").needed();
  private static final Key<Long> ONE_IN =
      Key.of(
              "one_in",
              new NumberForm("", 1, MOST),
              "One call in so many is compared, by chance. Only for nodes that keep no state: with"
                  + " state, both must see everything.")
          .usually(1)
          .like(100);
  private static final Key<Long> TIMEOUT =
      Key.of(
              "timeout_ms",
              new NumberForm("milliseconds", 1, Integer.MAX_VALUE),
              "How long the other one may take for an item before the comparison ends.")
          .usually(ShadowSpec.of(BackendId.JAVA).timeout().toMillis());
  private static final Key<Boolean> PURE =
      Key.of(
              "pure",
              FlagForm.ANY,
              "Your word that the node does nothing but emit, if it does not say so itself: else"
                  + " whatever it does would be done twice.")
          .usually(false);

  private static final ObjectForm<ShadowSpec> OBJECT =
      new ObjectForm<>(
          new Shape(
              "Shadow",
              "Another implementation of the node that runs beside it and is compared with it.",
              List.of(BACKEND, ONE_IN, TIMEOUT, PURE)),
          "shadow",
          ShadowForm::read);

  private ShadowForm() {}

  @Override
  public String words() {
    return BACKENDS.words() + ", or an object with \"backend\"";
  }

  @Override
  public Optional<ShadowSpec> read(Slot slot) {
    return switch (slot.value()) {
      case String _ -> BACKENDS.read(slot).map(ShadowSpec::of);
      case Map<?, ?> _ -> OBJECT.read(slot);
      case null, default -> slot.refuse(this);
    };
  }

  private static Optional<ShadowSpec> read(Entries entries) {
    return entries
        .get(BACKEND)
        .map(
            backend -> {
              ShadowSpec usual = ShadowSpec.of(backend);
              return new ShadowSpec(
                  backend,
                  entries.get(ONE_IN).map(Long::intValue).orElse(usual.oneIn()),
                  entries.get(TIMEOUT).map(Duration::ofMillis).orElse(usual.timeout()),
                  entries.get(PURE).orElse(usual.pure()));
            });
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    return Map.of("anyOf", List.of(BACKENDS.schema(definitions), OBJECT.schema(definitions)));
  }
}
