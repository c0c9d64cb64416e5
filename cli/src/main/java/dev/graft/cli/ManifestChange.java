package dev.graft.cli;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.edit.EditException;
import dev.graft.runtime.edit.ManifestEditor;
import dev.graft.runtime.manifest.Manifest;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.manifest.ManifestReader;
import dev.graft.runtime.manifest.NodeSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A pipeline before and after some of its nodes were moved.
 *
 * @param file its file
 * @param text as it is
 * @param changed as it shall be
 * @param after the manifest that this is
 * @param moved the ids of the nodes that move
 * @param there the ids of those that are where they shall be already
 */
record ManifestChange(
    Path file,
    String text,
    String changed,
    Manifest after,
    List<String> moved,
    List<String> there) {
  /**
   * The change of a file; empty if it has no node of the type.
   *
   * @param isNamed whether somebody asked for this very file
   * @throws ManifestException if it is no manifest
   * @throws RefusedException if it cannot be changed
   */
  static Optional<ManifestChange> of(Path file, String type, BackendId backend, boolean isNamed)
      throws ManifestException, RefusedException, IOException {
    Manifest manifest = ManifestReader.read(file);
    if (manifest.python().isByClass()) {
      if (!isNamed) {
        return Optional.empty();
      }
      throw new RefusedException(
          "%s: in a manifest of version \"v1\" nodes cannot be moved. Write it as version \"1\" first: docs/migrating.md says how."
              .formatted(file));
    }
    String text = Files.readString(file);
    String changed = text;
    List<String> moved = new ArrayList<>();
    List<String> there = new ArrayList<>();
    for (int i = 0; i < manifest.nodes().size(); i++) {
      NodeSpec node = manifest.nodes().get(i);
      if (!node.type().equals(type)) {
        continue;
      } else if (node.backend().filter(backend::equals).isPresent()) {
        there.add(node.id());
        continue;
      }
      moved.add(node.id());
      changed = with(file, changed, i, node, backend);
    }
    Manifest after = ManifestReader.read(changed, file.toString(), manifest.directory());
    return moved.isEmpty() && there.isEmpty()
        ? Optional.empty()
        : Optional.of(new ManifestChange(file, text, changed, after, moved, there));
  }

  private static String with(Path file, String text, int index, NodeSpec node, BackendId backend)
      throws RefusedException {
    try {
      return ManifestEditor.withBackend(text, file.toString(), index, backend);
    } catch (EditException e) {
      throw new RefusedException(
          "%s: node \"%s\" cannot be moved by a program: %s. Give it \"backend\": \"%s\" by hand."
              .formatted(file, node.id(), e.getMessage(), backend));
    }
  }

  /** Whether there is anything to change. */
  boolean isOne() {
    return !moved.isEmpty();
  }

  /** Writes the file anew, if there is anything to change. */
  void write() throws IOException {
    if (isOne()) {
      Files.writeString(file, changed);
    }
  }

  /** What changes, line by line. */
  List<String> diff() {
    return UnifiedDiff.of(file.toString(), text, changed);
  }

  /** Where its nodes run now. */
  List<String> words(BackendId backend) {
    List<String> lines = new ArrayList<>();
    moved.forEach(id -> lines.add("%s: node \"%s\" runs on %s now".formatted(file, id, backend)));
    there.forEach(
        id -> lines.add("%s: node \"%s\" ran on %s already".formatted(file, id, backend)));
    return lines;
  }
}
