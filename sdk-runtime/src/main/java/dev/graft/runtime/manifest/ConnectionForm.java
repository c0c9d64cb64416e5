package dev.graft.runtime.manifest;

import dev.graft.runtime.form.Entries;
import dev.graft.runtime.form.Key;
import dev.graft.runtime.form.ObjectForm;
import dev.graft.runtime.form.Shape;
import dev.graft.runtime.form.TextForm;
import java.util.List;
import java.util.Optional;

/** A connection between two ports. */
final class ConnectionForm {
  static final Key<String> FROM =
      Key.of(
              "from",
              TextForm.ANY,
              "The node that emits, or one of its outputs: \"node\" or \"node.port\".")
          .needed();
  static final Key<String> TO =
      Key.of(
              "to",
              TextForm.ANY,
              "The node that takes, or one of its inputs: \"node\" or \"node.port\".")
          .needed();

  static final ObjectForm<Manifest.Connection> FORM =
      new ObjectForm<>(
          new Shape("Connection", "What one node emits, another one takes.", List.of(FROM, TO)),
          "connection",
          ConnectionForm::read);

  private ConnectionForm() {}

  private static Optional<Manifest.Connection> read(Entries entries) {
    return Optional.of(
        new Manifest.Connection(
            port(entries.get(FROM), Manifest.PortRef.out("")),
            port(entries.get(TO), Manifest.PortRef.in(""))));
  }

  /** A text that is missing gives a port of no node, which nobody looks for. */
  private static Manifest.PortRef port(Optional<String> given, Manifest.PortRef usual) {
    String text = given.orElse("");
    int dot = text.indexOf('.');
    return dot < 0
        ? new Manifest.PortRef(text, usual.port())
        : new Manifest.PortRef(text.substring(0, dot), text.substring(dot + 1));
  }
}
