package dev.graft.compat.production;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.served.ServedRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who served a node in one environment.
 *
 * @param elsewhere nodes of pipelines whose last run put another backend before Java, in words
 * @param onJavaSince since when Java has served it, and nothing else; empty if Java does not
 * @param last when it was last heard of
 * @param python when Python served it last
 */
public record Served(
    List<String> elsewhere,
    Optional<Instant> onJavaSince,
    Optional<Instant> last,
    Optional<Instant> python) {
  /** So long nobody must have needed Python. */
  static final Duration ENOUGH_TIME = Duration.ofDays(30);

  static final Served NEVER =
      new Served(List.of(), Optional.empty(), Optional.empty(), Optional.empty());

  public Served {
    elsewhere = List.copyOf(elsewhere);
  }

  static Served of(List<ServedRecord> records) {
    if (records.isEmpty()) {
      return NEVER;
    }
    List<ServedRecord> sorted =
        records.stream().sorted(Comparator.comparing(ServedRecord::end)).toList();
    Map<String, ServedRecord> lastOfEach = new LinkedHashMap<>();
    Optional<Instant> since = Optional.empty();
    Optional<Instant> python = Optional.empty();
    for (ServedRecord each : sorted) {
      lastOfEach.put(each.pipeline() + "/" + each.id(), each);
      if (each.isOnJavaAlone()) {
        since = since.or(() -> Optional.of(each.begin()));
      } else {
        since = Optional.empty();
        python = Optional.of(each.end());
      }
    }
    return new Served(
        lastOfEach.entrySet().stream()
            .filter(each -> each.getValue().selected() != BackendId.JAVA)
            .map(each -> "%s runs on %s".formatted(each.getKey(), each.getValue().selected()))
            .sorted()
            .toList(),
        since,
        Optional.of(sorted.getLast().end()),
        python);
  }

  /** How long Java alone has served it. */
  public Duration onJavaFor() {
    return onJavaSince.isPresent() && last.isPresent()
        ? Duration.between(onJavaSince.get(), last.get())
        : Duration.ZERO;
  }

  /** Whether its environment has ever run it. */
  public boolean isKnown() {
    return last.isPresent();
  }
}
