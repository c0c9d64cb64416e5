package dev.graft.bench;

import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.json.JsonFormatException;
import dev.graft.runtime.json.TypedJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the measured JVM tells the one that started it, besides JMH's figures: one line each, in the
 * file that the property {@code graft.bench.log} names. Without the property nothing is written.
 *
 * @param directNanos plain CPython after each measured iteration, in nanoseconds per call
 * @param servedBy who ran the node
 * @param crossings how bytes and arrays went, by case: copied or by reference
 * @param peers the programs that took turns
 */
record TrialLog(
    List<Double> directNanos, String servedBy, Map<String, String> crossings, List<String> peers) {
  /** The property that names the file. */
  static final String FILE = "graft.bench.log";

  private static final String DIRECT = "direct_nanos";
  private static final String SERVED_BY = "served_by";
  private static final String CROSSING = "crossing";
  private static final String PEER = "peer";

  TrialLog {
    directNanos = List.copyOf(directNanos);
    crossings = Map.copyOf(crossings);
    peers = List.copyOf(peers);
  }

  static void direct(double nanos) throws IOException {
    write(DIRECT, nanos);
  }

  static void servedBy(ServedBy servedBy) throws IOException {
    write(SERVED_BY, servedBy.backend() + ": " + servedBy.implementation());
  }

  static void crossing(String caseId, String how) throws IOException {
    write(CROSSING, List.of(caseId, how));
  }

  static void peer(String implementation) throws IOException {
    write(PEER, implementation);
  }

  private static void write(String name, Object value) throws IOException {
    String file = System.getProperty(FILE, "");
    if (!file.isEmpty()) {
      Map<String, @Nullable Object> entry = new LinkedHashMap<>();
      entry.put(name, value);
      Files.writeString(
          Path.of(file),
          TypedJson.writePlain(entry) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }

  static TrialLog read(Path file) throws IOException {
    List<Double> direct = new ArrayList<>();
    String servedBy = "";
    Map<String, String> crossings = new HashMap<>();
    List<String> peers = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      try {
        if (TypedJson.read(line, file.toString()) instanceof Map<?, ?> entry) {
          if (entry.get(DIRECT) instanceof Double nanos) {
            direct.add(nanos);
          } else if (entry.get(SERVED_BY) instanceof String text) {
            servedBy = text;
          } else if (entry.get(PEER) instanceof String text) {
            peers.add(text);
          } else if (entry.get(CROSSING) instanceof List<?> crossing) {
            crossings.put((String) crossing.getFirst(), (String) crossing.getLast());
          }
        }
      } catch (JsonFormatException e) {
        throw new IOException(e);
      }
    }
    return new TrialLog(direct, servedBy, crossings, peers);
  }
}
