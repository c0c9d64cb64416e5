package dev.graft.runtime.run;

import dev.graft.node.Emitter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts meters at the places where values enter and leave stages, if that is wanted. */
sealed interface Metering {
  /** What a stage measures; the same for all its inlets. */
  Probe probe(List<OpenStage> nodes, Lane lane);

  /** The source of a run. */
  ItemSource reading(ItemSource source);

  /** The sink of a run. */
  ItemSink writing(ItemSink sink);

  /** What was measured, after the run. */
  Optional<RunProfile> profile();

  /** All nodes are open since now; nothing was measured before. */
  void opened();

  /** Nothing runs any more, but the nodes are still there to be asked. */
  void ended();

  /** Whether anything is measured. */
  boolean isOn();

  /** Meters for one stage. */
  interface Probe {
    Inlet inlet(Inlet inlet);

    Runnable end(Runnable end);

    Emitter<@Nullable Object> out(Emitter<@Nullable Object> next);
  }

  /** Measures nothing. */
  Probe NONE = new NoProbe();

  /** Nothing is measured, and nothing stands in the way, unless it is wanted. */
  static Metering of(RunOptions options) {
    return options.profile() ? new On() : new Off();
  }

  /** Nothing is measured. */
  final class Off implements Metering {
    @Override
    public Probe probe(List<OpenStage> nodes, Lane lane) {
      return NONE;
    }

    @Override
    public ItemSource reading(ItemSource source) {
      return source;
    }

    @Override
    public ItemSink writing(ItemSink sink) {
      return sink;
    }

    @Override
    public Optional<RunProfile> profile() {
      return Optional.empty();
    }

    @Override
    public void opened() {}

    @Override
    public void ended() {}

    @Override
    public boolean isOn() {
      return false;
    }
  }

  /** Leaves all as it is. */
  final class NoProbe implements Probe {
    @Override
    public Inlet inlet(Inlet inlet) {
      return inlet;
    }

    @Override
    public Runnable end(Runnable end) {
      return end;
    }

    @Override
    public Emitter<@Nullable Object> out(Emitter<@Nullable Object> next) {
      return next;
    }
  }

  /** Everything is measured. */
  final class On implements Metering {
    /** Stages are made from the end of the stream on. */
    private final List<Metered> stages = new ArrayList<>();

    private final long begin = System.nanoTime();
    private long opening;
    private long reading;
    private long writing;

    private record Metered(List<OpenStage> nodes, Lane lane, Meter meter) {}

    @Override
    public Probe probe(List<OpenStage> nodes, Lane lane) {
      Meter meter = new Meter();
      stages.addFirst(new Metered(nodes, lane, meter));
      return new MeterProbe(meter);
    }

    @Override
    public ItemSource reading(ItemSource source) {
      return new ItemSource() {
        @Override
        public boolean next() throws IOException {
          long begin = System.nanoTime();
          boolean more = source.next();
          reading += System.nanoTime() - begin;
          return more;
        }

        @Override
        public @Nullable Object value() {
          return source.value();
        }
      };
    }

    @Override
    public ItemSink writing(ItemSink sink) {
      return value -> {
        long begin = System.nanoTime();
        sink.accept(value);
        writing += System.nanoTime() - begin;
      };
    }

    @Override
    public Optional<RunProfile> profile() {
      List<NodeProfile> nodes = new ArrayList<>();
      for (Metered stage : stages) {
        List<String> ids = stage.nodes().stream().map(node -> node.plan().nodeId()).toList();
        if (!nodes.isEmpty() && nodes.getLast().nodeIds().equals(ids)) {
          nodes.add(merged(nodes.removeLast(), stage));
        } else {
          nodes.add(profile(ids, stage));
        }
      }
      return Optional.of(
          new RunProfile(
              nodes,
              Duration.ofNanos(opening),
              Duration.ofNanos(reading),
              Duration.ofNanos(writing)));
    }

    @Override
    public void opened() {
      opening = System.nanoTime() - begin;
    }

    @Override
    public void ended() {
      stages.forEach(stage -> stage.meter().ask(stage.nodes()));
    }

    @Override
    public boolean isOn() {
      return true;
    }

    private static NodeProfile profile(List<String> ids, Metered stage) {
      Meter meter = stage.meter();
      return new NodeProfile(
          ids,
          stage.nodes().getFirst().node().servedBy().backend(),
          meter.calls(),
          meter.busy(),
          meter.own(),
          meter.percentile(50),
          meter.percentile(99),
          stage.lane().starved(),
          stage.lane().heldUp());
    }

    /** Several equal nodes are one: their work is added, and the slowest is what counts. */
    private static NodeProfile merged(NodeProfile first, Metered stage) {
      NodeProfile other = profile(first.nodeIds(), stage);
      return new NodeProfile(
          first.nodeIds(),
          first.backend(),
          first.calls() + other.calls(),
          first.busy().plus(other.busy()),
          sums(first.own(), other.own()),
          longer(first.median(), other.median()),
          longer(first.p99(), other.p99()),
          first.starved().plus(other.starved()),
          first.heldUp().plus(other.heldUp()));
    }

    /** What is not known of one of them is not known of all. */
    private static List<Duration> sums(List<Duration> some, List<Duration> others) {
      return IntStream.range(0, Math.min(some.size(), others.size()))
          .mapToObj(i -> some.get(i).plus(others.get(i)))
          .toList();
    }

    private static Duration longer(Duration one, Duration other) {
      return one.compareTo(other) > 0 ? one : other;
    }
  }

  /** Measures one stage. */
  record MeterProbe(Meter meter) implements Probe {
    @Override
    public Inlet inlet(Inlet inlet) {
      return meter.metered(inlet);
    }

    @Override
    public Runnable end(Runnable end) {
      return meter.metered(end);
    }

    @Override
    public Emitter<@Nullable Object> out(Emitter<@Nullable Object> next) {
      return meter.paused(next);
    }
  }
}
