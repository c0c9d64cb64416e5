package dev.graft.compat.store;

import dev.graft.compat.subject.Trace;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What earlier runs into the same folder observed. Of each case on each backend the newest is kept,
 * whatever the next run plays, in {@code kept.jsonl}; who deletes that file loses nothing but time.
 * Safe for several threads once it is read.
 */
public final class KeptResults {
  private static final String FILE = "kept.jsonl";

  private final Map<String, Observation> byKey = new LinkedHashMap<>();

  private KeptResults() {}

  /** Nothing. */
  public static KeptResults none() {
    return new KeptResults();
  }

  /** What is there, put aside, so that a new {@code results.jsonl} can begin. */
  public static KeptResults putAside(Path folder) throws IOException {
    Map<String, Observation> newest = new LinkedHashMap<>();
    read(folder.resolve(FILE), newest);
    read(folder.resolve(ResultLog.FILE), newest);
    KeptResults kept = new KeptResults();
    if (newest.isEmpty()) {
      return kept;
    }
    Path written = folder.resolve(FILE + ".new");
    try (BufferedWriter out = Files.newBufferedWriter(written)) {
      for (Observation each : newest.values()) {
        out.write(each.line());
        out.write('\n');
        kept.byKey.put(each.key(), each);
      }
    }
    Files.move(written, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
    return kept;
  }

  /** A line that was cut off is no observation. */
  private static void read(Path file, Map<String, Observation> newest) throws IOException {
    if (!Files.isRegularFile(file)) {
      return;
    }
    var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE);
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder))) {
      in.lines()
          .forEach(
              line ->
                  Observation.read(line)
                      .ifPresent(each -> newest.put(each.caseKey() + " " + each.backend(), each)));
    }
  }

  /**
   * What was seen where all that decides a result was the same, if it can be believed: what a
   * crash, a timeout or a second instance put in doubt is played again.
   */
  public Optional<Trace> of(ResultKey key) {
    return Optional.ofNullable(byKey.get(key.text()))
        .flatMap(Observation::trace)
        .filter(trace -> trace.complete() || trace.end() == Trace.Ended.UNSUPPORTED);
  }
}
