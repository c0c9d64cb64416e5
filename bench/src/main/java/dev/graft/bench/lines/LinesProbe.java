package dev.graft.bench.lines;

import dev.graft.descriptor.Language;
import dev.graft.node.Emitter;
import dev.graft.registry.NodeInstance;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.catalogue.NodeImplementation;
import dev.graft.runtime.manifest.ManifestReader;
import dev.graft.runtime.read.JsonLinesReader;
import dev.graft.runtime.read.ReadOptions;
import dev.graft.runtime.run.GraftRuntime;
import dev.graft.runtime.run.Pipeline;
import dev.graft.runtime.write.JsonLinesWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectMapper;

/**
 * Measures in a JVM of its own. Prints a line for each sample: {@code graft} or {@code hand}, then
 * nanoseconds.
 */
public final class LinesProbe {
  private static final String TYPE = "pass-through";
  private static final int NODES = 3;
  private static final int WARMUP = 1_000_000;

  private final GraftRuntime runtime;

  private LinesProbe(GraftRuntime runtime) {
    this.runtime = runtime;
  }

  /** Takes how many lines a run has, and how many runs there are. */
  public static void main(String[] arguments) throws Exception {
    int lines = Integer.parseInt(arguments[0]);
    try (GraftRuntime runtime = GraftRuntime.create(BackendSettings.ofUser())) {
      LinesProbe probe = new LinesProbe(runtime);
      probe.compare(Math.min(lines, WARMUP));
      for (int round = Integer.parseInt(arguments[1]); round > 0; round--) {
        long[] nanos = probe.compare(lines);
        System.out.println("graft " + nanos[0]);
        System.out.println("hand " + nanos[1]);
      }
    }
  }

  /** One run each, checked; how long they took. */
  private long[] compare(int lines) throws Exception {
    long start = System.nanoTime();
    String graft = graft(lines);
    long middle = System.nanoTime();
    String hand = hand(lines);
    long end = System.nanoTime();
    if (!graft.equals(hand)) {
      throw new IllegalStateException("graft wrote %s, the other %s".formatted(graft, hand));
    }
    return new long[] {middle - start, end - middle};
  }

  private String graft(int lines) throws Exception {
    List<String> nodes =
        IntStream.range(0, NODES)
            .mapToObj(
                i ->
                    "{\"id\": \"n%d\", \"type\": \"%s\", \"backend\": \"java\"}".formatted(i, TYPE))
            .toList();
    String manifest =
        "{\"version\": \"1\", \"name\": \"lines\", \"nodes\": [%s]}"
            .formatted(String.join(", ", nodes));
    Checksum sum = new Checksum();
    try (Pipeline pipeline =
            runtime.open(runtime.plan(ManifestReader.read(manifest, "lines.json", Path.of(""))));
        JsonLinesReader reader =
            new JsonLinesReader(new RepeatedLines(lines), "lines", ReadOptions.LONGEST);
        JsonLinesWriter writer = new JsonLinesWriter(sum, false)) {
      pipeline.run(reader, writer::write);
    }
    return sum.text();
  }

  private String hand(int lines) throws IOException {
    ObjectMapper mapper = new ObjectMapper(JsonFactory.builder().rootValueSeparator("").build());
    Checksum sum = new Checksum();
    List<NodeInstance> nodes = Stream.generate(this::node).limit(NODES).toList();
    try (MappingIterator<Map<String, @Nullable Object>> items =
            mapper.readerFor(Map.class).readValues(new RepeatedLines(lines));
        JsonGenerator out = mapper.createGenerator(new BufferedOutputStream(sum, 1 << 16))) {
      Emitter<@Nullable Object> end =
          value -> {
            mapper.writeValue(out, value);
            out.writeRaw('\n');
            return true;
          };
      Emitter<@Nullable Object> toThird = value -> process(nodes.get(2), value, end);
      Emitter<@Nullable Object> toSecond = value -> process(nodes.get(1), value, toThird);
      while (items.hasNextValue()) {
        process(nodes.get(0), items.nextValue(), toSecond);
      }
    }
    return sum.text();
  }

  private static boolean process(
      NodeInstance node, @Nullable Object value, Emitter<@Nullable Object> out) {
    node.process(value, out);
    return true;
  }

  private NodeInstance node() {
    NodeImplementation found =
        runtime.catalogue().find(TYPE).flatMap(entry -> entry.in(Language.JAVA)).orElseThrow();
    if (found instanceof NodeImplementation.JavaNode java) {
      return java.factory().create(Map.of());
    }
    throw new IllegalStateException("a Java node that is none: " + found);
  }
}
