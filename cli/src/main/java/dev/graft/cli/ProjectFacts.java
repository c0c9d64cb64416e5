package dev.graft.cli;

import dev.graft.cli.project.ProjectFile;
import dev.graft.runtime.backend.BackendStatus.Fact;
import dev.graft.runtime.manifest.ManifestException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where commands look that are called in a folder and not told otherwise. */
final class ProjectFacts {
  private ProjectFacts() {}

  static List<Fact> of(Path folder) {
    try {
      ProjectFile project = ProjectFile.in(folder);
      List<Fact> facts = new ArrayList<>();
      project.nodes().forEach(place -> facts.add(fact("nodes", place)));
      project.plugins().forEach(place -> facts.add(fact("plugins", place)));
      project.corpus().forEach(place -> facts.add(fact("corpus", place)));
      return facts;
    } catch (ManifestException e) {
      return e.messages().stream().map(line -> Fact.poor("wrong", line, "")).toList();
    }
  }

  private static Fact fact(String key, Path place) {
    return Fact.good(key, place + (Files.exists(place) ? "" : ", which is not there yet"));
  }
}
