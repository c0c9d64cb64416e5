package dev.graft.compat.production;

import dev.graft.runtime.backend.BackendId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Writes a memory as runs would have written it: lines of text, not what the reader makes of it.
 */
public final class ProductionFiles {
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  private final Path memory;
  private String node = "counter";
  private String env = "prod";
  private BackendId control = BackendId.CPYTHON;
  private BackendId candidate = BackendId.JAVA;
  private String java = "j1";
  private String python = "p1";
  private int runs;

  /** Into a folder, which is made. */
  public ProductionFiles(Path memory) throws IOException {
    this.memory = Files.createDirectories(memory);
  }

  /** The records that follow are of this node. */
  public ProductionFiles of(String id) {
    node = id;
    return this;
  }

  /** The records that follow are of this environment. */
  public ProductionFiles in(String name) {
    env = name;
    return this;
  }

  /** The records that follow are of this code. */
  public ProductionFiles code(String javaHash, String pythonHash) {
    java = javaHash;
    python = pythonHash;
    return this;
  }

  /** The shadows that follow are so. */
  public ProductionFiles beside(BackendId one, BackendId other) {
    control = one;
    candidate = other;
    return this;
  }

  /** A shadow. */
  public ProductionFiles shadow(double day, double days, long matched) {
    return shadow(day, days, matched, 0, "");
  }

  /** A shadow that found a difference. */
  public ProductionFiles shadow(
      double day, double days, long matched, long mismatched, String signature) {
    line(
        "shadow.jsonl",
        """
        {"run":"r%d","env":"%s","begin":"%s","end":"%s","node":"%s","id":"n","control":%s,"candidate":%s,"matched":%d,"known":0,"mismatched":%d,"errors":0,"dropped":2,"signatures":{%s},"control_ns":{"p50":1,"p99":2},"candidate_ns":{"p50":3,"p99":4}}
        """
            .formatted(
                ++runs,
                env,
                at(day),
                at(day + days),
                node,
                side(control),
                side(candidate),
                matched,
                mismatched,
                signature.isEmpty() ? "" : "\"%s\":%d".formatted(signature, mismatched)));
    return this;
  }

  /** A run of a pipeline. */
  public ProductionFiles served(double day, double days, BackendId backend, BackendId... left) {
    StringBuilder names = new StringBuilder();
    for (BackendId each : left) {
      names.append(names.isEmpty() ? "" : ",").append('"').append(each.text()).append('"');
    }
    line(
        "served.jsonl",
        """
        {"run":"s%d","env":"%s","begin":"%s","end":"%s","pipeline":"orders","node":"%s","id":"n","backend":"%s","left":[%s],"items":10}
        """
            .formatted(++runs, env, at(day), at(day + days), node, backend.text(), names));
    return this;
  }

  private String side(BackendId backend) {
    return "{\"backend\":\"%s\",\"implementation\":\"%s 3.12.1\",\"code\":\"%s\"}"
        .formatted(
            backend.text(),
            backend.text().toUpperCase(Locale.ROOT),
            backend == BackendId.JAVA ? java : python);
  }

  private static Instant at(double day) {
    return BEGIN.plus(Duration.ofMinutes(Math.round(day * 24 * 60)));
  }

  private void line(String file, String line) {
    try {
      Files.writeString(
          memory.resolve(file), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
