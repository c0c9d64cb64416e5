package dev.graft.nodes.flow;

import dev.graft.annotation.Example;
import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.annotation.State;
import dev.graft.node.Emitter;
import dev.graft.node.NodeContext;
import dev.graft.node.Transform;
import dev.graft.py.PyArithmetic;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds the time at which it passes to each item, in UTC and whole microseconds. */
@Node(id = "timestamp", version = "1.0", summary = "Adds the time to each item.", category = "flow")
@Example(
    title = "The clock of examples stands still.",
    items = "\"a\"",
    outputs =
        "{\"data\": \"a\", \"timestamp\": \"2024-01-01T00:00:00.000000+00:00\","
            + " \"metadata\": {\"process_count\": 1, \"node_type\": \"timestamp\"}}")
public final class TimestampNode
    implements Transform<@Nullable Object, Map<String, @Nullable Object>> {
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'+00:00'", Locale.ROOT);
  private static final DateTimeFormatter READABLE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private final Format format;
  private final boolean withMetadata;
  private Clock clock = Clock.systemUTC();
  @State private long processCount;

  /** A node. */
  public TimestampNode(Params params) {
    format = params.format();
    withMetadata = params.includeMetadata();
  }

  @Override
  public void open(NodeContext context) {
    clock = context.clock();
  }

  @Override
  public void process(@Nullable Object item, Emitter<? super Map<String, @Nullable Object>> out) {
    Map<String, @Nullable Object> stamped = new LinkedHashMap<>();
    stamped.put("data", item);
    stamped.put("timestamp", format.write(clock.instant()));
    processCount++;
    if (withMetadata) {
      Map<String, Object> metadata = new LinkedHashMap<>();
      metadata.put("process_count", processCount);
      metadata.put("node_type", "timestamp");
      stamped.put("metadata", metadata);
    }
    out.emit(stamped);
  }

  /** The parameters. */
  public record Params(
      @Param(
              doc = "How the time is written: ISO 8601, seconds since 1970, or for people.",
              defaultValue = "iso")
          Format format,
      @Param(doc = "Whether to add how many items there were.", defaultValue = "true")
          boolean includeMetadata) {}

  /** How a time is written. */
  public enum Format {
    ISO,
    UNIX,
    READABLE;

    private Object write(Instant time) {
      return switch (this) {
        case ISO -> LocalDateTime.ofInstant(time, ZoneOffset.UTC).format(TimestampNode.ISO);
        case UNIX ->
            PyArithmetic.divide(ChronoUnit.MICROS.between(Instant.EPOCH, time), 1_000_000L);
        case READABLE ->
            LocalDateTime.ofInstant(time, ZoneOffset.UTC).format(TimestampNode.READABLE);
      };
    }
  }
}
