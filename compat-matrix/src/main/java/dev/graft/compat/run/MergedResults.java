package dev.graft.compat.run;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.Corpus;
import dev.graft.compat.report.BackendColumn;
import dev.graft.compat.store.BackendJson;
import dev.graft.compat.store.Observation;
import dev.graft.compat.store.ResultLog;
import dev.graft.compat.store.RunFile;
import dev.graft.compat.store.RunIdentity;
import dev.graft.compat.subject.Trace;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendStatus;
import dev.graft.runtime.catalogue.CatalogueEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The results of several runs that are parts of one. They must have played parts of the same cases
 * with the same code, and no part may be there twice.
 */
final class MergedResults {
  private static final String MISSING = "no run that was merged has this result";

  private final List<RunFile> files;

  private MergedResults(List<RunFile> files) {
    this.files = files;
  }

  static MergedResults read(List<Path> places) throws CompatUsageException, IOException {
    List<RunFile> files = new ArrayList<>();
    for (Path place : places) {
      files.add(
          RunFile.read(place)
              .orElseThrow(
                  () ->
                      new CompatUsageException(
                          place
                              + ": no results of graft matrix are there. Name the folder of its"
                              + " reports, or the results.jsonl in it.")));
    }
    MergedResults merged = new MergedResults(files);
    for (RunFile file : files) {
      merged.check(files.getFirst(), file);
    }
    merged.checkThatNothingIsThereTwice();
    return merged;
  }

  private void check(RunFile first, RunFile file) throws CompatUsageException {
    RunIdentity one = first.run();
    RunIdentity other = file.run();
    same(first, file, "cases", one.cases(), other.cases(), "Run all parts with the same options.");
    same(first, file, "tool", one.tool(), other.tool(), "Run all parts with one build of Graft.");
    same(
        first,
        file,
        "comparator",
        one.comparator(),
        other.comparator(),
        "Run all parts with one build of Graft.");
    for (Map.Entry<BackendId, String> each : file.fingerprints().entrySet()) {
      String before = first.fingerprints().get(each.getKey());
      if (before != null) {
        String what = "backend " + each.getKey();
        same(first, file, what, before, each.getValue(), "Run all parts with the same release.");
      }
    }
  }

  private static void same(
      RunFile first, RunFile file, String what, String one, String other, String mend)
      throws CompatUsageException {
    if (!one.equals(other)) {
      throw new CompatUsageException(
          "%s and %s are no parts of one run: the %s differ (%s and %s). %s"
              .formatted(first.file(), file.file(), what, brief(one), brief(other), mend));
    }
  }

  private static String brief(String hash) {
    return hash.isEmpty() ? "none" : hash.substring(0, Math.min(12, hash.length()));
  }

  private void checkThatNothingIsThereTwice() throws CompatUsageException {
    Map<String, RunFile> seen = new HashMap<>();
    for (RunFile file : files) {
      for (Observation each : file.observations()) {
        RunFile before = seen.put(each.caseKey() + " on " + each.backend(), file);
        if (before != null) {
          throw new CompatUsageException(
              "%s on %s is in both %s and %s. Leave one of them out."
                  .formatted(each.caseKey(), each.backend(), before.file(), file.file()));
        }
      }
    }
  }

  /** Refuses them if they are not those of the cases and the code that are here. */
  void checkThatTheyAreOf(RunIdentity here) throws CompatUsageException {
    RunFile first = files.getFirst();
    if (!first.run().cases().equals(here.cases())) {
      throw new CompatUsageException(
          ("%s has the results of other cases than there are here (%s, here %s). Name the same"
                  + " --node, --case, --random, --seed and --corpus as for its run.")
              .formatted(first.file(), brief(first.run().cases()), brief(here.cases())));
    }
  }

  /** What all of them saw, as if one run had. */
  Map<BackendId, BackendRun> runs(
      List<BackendId> backends, List<CatalogueEntry> nodes, Corpus corpus) {
    Map<BackendId, BackendRun> runs = new EnumMap<>(BackendId.class);
    for (BackendId id : backends) {
      Map<String, Trace> seen = new HashMap<>();
      Optional<BackendStatus> status = Optional.empty();
      for (RunFile file : files) {
        status = status.or(() -> Optional.ofNullable(file.backends().get(id)));
        file.observations().stream()
            .filter(each -> each.backend() == id)
            .forEach(each -> each.trace().ifPresent(trace -> seen.put(each.caseKey(), trace)));
      }
      Trace missing = Trace.none(Trace.Ended.NOT_RUN, MISSING);
      Map<String, Trace> traces = new LinkedHashMap<>();
      for (CatalogueEntry entry : nodes) {
        if (entry.in(id.language()).isPresent()) {
          for (Case each : corpus.of(entry.id())) {
            traces.put(each.key(), seen.getOrDefault(each.key(), missing));
          }
        }
      }
      runs.put(id, new BackendRun(column(id, status), traces));
    }
    return runs;
  }

  private static BackendColumn column(BackendId id, Optional<BackendStatus> status) {
    return new BackendColumn(
        id,
        status.map(BackendStatus::available).orElse(true),
        status.map(BackendStatus::implementation).orElse("not finished in any run"),
        status.map(BackendStatus::facts).orElse(List.of()));
  }

  /** What was made up and failed, as small as each run made it. */
  List<Finding> findings(Corpus cases) {
    return files.stream()
        .flatMap(file -> file.found().stream())
        .flatMap(each -> Finding.of(each, cases).stream())
        .toList();
  }

  /** Writes all that was seen into one file. */
  void write(Path folder) throws IOException {
    RunIdentity part = files.getFirst().run();
    RunIdentity whole =
        new RunIdentity(
            part.started(), part.cases(), part.comparator(), part.tool(), Optional.empty());
    try (ResultLog log = ResultLog.begin(folder, whole)) {
      Set<BackendId> told = EnumSet.noneOf(BackendId.class);
      for (RunFile file : files) {
        file.observations().forEach(log::add);
        file.found().forEach(each -> log.add(each.tree()));
        file.backends()
            .forEach(
                (id, status) -> {
                  if (told.add(id)) {
                    log.add(BackendJson.tree(status, file.fingerprints().getOrDefault(id, "")));
                  }
                });
      }
    }
  }

  /** How many results are missing. */
  static long missing(Map<BackendId, BackendRun> runs) {
    return runs.values().stream()
        .flatMap(run -> run.traces().values().stream())
        .filter(trace -> trace.end() == Trace.Ended.NOT_RUN)
        .filter(trace -> trace.reason().equals(MISSING))
        .count();
  }
}
