package dev.graft.runtime.run;

import dev.graft.descriptor.StateDescriptor;
import dev.graft.node.Emitter;
import dev.graft.runtime.backend.Footprint;
import dev.graft.runtime.backend.HostedChain;
import dev.graft.runtime.manifest.FanIn;
import dev.graft.runtime.plan.PipelinePlan;
import dev.graft.runtime.plan.StagePlan;
import dev.graft.runtime.queue.Ring;
import dev.graft.runtime.queue.Room;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts open nodes into lanes, and connects them. */
final class Assembly {
  private final PipelinePlan plan;
  private final List<List<OpenStage>> nodes;
  private final RunState state;
  private final Metering metering;
  private final Function<Lane, Emitter<@Nullable Object>> exits;
  private final Parts parts;
  private final int[] laneOf;
  private final List<Lane> lanes = new ArrayList<>();

  /** By place in the plan; the nodes of a chain have their stage in common. */
  private final @Nullable Stage[] stageOf;

  /** What measures it, likewise. */
  private final Metering.@Nullable Probe[] probeOf;

  /** In the order of the stream. */
  private final List<Stage> stages = new ArrayList<>();

  private Assembly(
      PipelinePlan plan,
      List<List<OpenStage>> nodes,
      RunState state,
      Metering metering,
      Function<Lane, Emitter<@Nullable Object>> exits) {
    this.plan = plan;
    this.metering = metering;
    this.probeOf = new Metering.@Nullable Probe[plan.stages().size()];
    this.nodes = nodes;
    this.state = state;
    this.exits = exits;
    this.parts = Parts.of(plan, nodes);
    this.laneOf = LanePartition.of(parts.kinds(), parts.edges());
    this.stageOf = new @Nullable Stage[plan.stages().size()];
    for (int i = 0; i < laneOf.length; i++) {
      lanes.add(new Lane(state));
    }
  }

  /**
   * What is ready to run.
   *
   * @param stages the stages, in the order of the stream
   * @param lanes the lanes; the input of the run enters in the first
   * @param inlets where the input of the run enters
   */
  record Assembled(List<Stage> stages, List<Lane> lanes, List<Inlet> inlets) {}

  /**
   * Connects nodes.
   *
   * @param nodes the open nodes of each place of the plan: one, or several that work side by side
   * @param metering what is measured
   * @param exits what takes the outputs of the pipeline, for the lane that they come from
   */
  static Assembled of(
      PipelinePlan plan,
      List<List<OpenStage>> nodes,
      RunState state,
      Metering metering,
      Function<Lane, Emitter<@Nullable Object>> exits) {
    return new Assembly(plan, nodes, state, metering, exits).assemble();
  }

  private Assembled assemble() {
    int to = nodes.size();
    while (to > 0) {
      int from = startOfChain(to - 1);
      Optional<HostedChain> chain = join(from, to);
      if (chain.isPresent()) {
        addChain(from, to, chain.get());
        to = from;
      } else {
        to--;
        add(to);
      }
    }
    List<Integer> heads = plan.heads();
    Lane input = lane(parts.input());
    input.begin();
    List<Inlet> inlets = heads.stream().map(head -> connect(input, head, 0)).toList();
    List<Lane> used =
        Stream.concat(Stream.of(input), IntStream.range(0, laneOf.length).mapToObj(this::lane))
            .distinct()
            .toList();
    return new Assembled(List.copyOf(stages), used, inlets);
  }

  private Lane lane(int part) {
    return lanes.get(laneOf[part]);
  }

  private void add(int place) {
    StagePlan stagePlan = plan.stages().get(place);
    Lane out = lane(parts.exit(place));
    Lane in = lane(parts.entry(place));
    Emitter<@Nullable Object> next = next(out, place);
    if (stagePlan.isSource()) {
      in.begin();
    }
    if (nodes.get(place).size() > 1) {
      // Each of the equal nodes is measured, not whoever shares out among them.
      add(place, place + 1, parallel(place, next), Metering.NONE, in);
      return;
    }
    Metering.Probe probe = metering.probe(nodes.get(place), out);
    Stage stage = new NodeStage(nodes.get(place).getFirst(), state, out, probe.out(next));
    add(place, place + 1, stage, probe, in);
  }

  private void addChain(int from, int to, HostedChain chain) {
    Lane lane = lane(parts.entry(from));
    List<OpenStage> members = nodes.subList(from, to).stream().map(List::getFirst).toList();
    Metering.Probe probe = metering.probe(members, lane);
    Stage stage = new ChainStage(members, chain, state, lane, probe.out(next(lane, to - 1)));
    add(from, to, stage, probe, lane);
  }

  private void add(int from, int to, Stage inner, Metering.Probe probe, Lane lane) {
    StagePlan stagePlan = plan.stages().get(from);
    Stage stage = inner;
    if (stagePlan.fanIn() == FanIn.ZIP) {
      List<String> feeders =
          plan.feeders(from).stream().map(i -> plan.stages().get(i).nodeId()).toList();
      stage = new ZipStage(inner, stagePlan.nodeId(), feeders, lane, state);
    }
    for (int i = from; i < to; i++) {
      stageOf[i] = stage;
      probeOf[i] = probe;
    }
    stages.addFirst(stage);
    lane.addFirst(probe.end(stage::end));
  }

  /** What takes the outputs of a node: its followers, or the end of the pipeline. */
  private Emitter<@Nullable Object> next(Lane lane, int place) {
    List<Inlet> followers = new ArrayList<>();
    for (int i = 0; i < plan.edges().size(); i++) {
      PipelinePlan.Edge edge = plan.edges().get(i);
      if (edge.from() == place) {
        followers.add(connect(lane, edge.to(), connection(i)));
      }
    }
    return switch (followers.size()) {
      case 0 -> exits.apply(lane);
      case 1 -> followers.getFirst()::take;
      default -> value -> emitToAll(followers, value);
    };
  }

  private static boolean emitToAll(List<Inlet> followers, @Nullable Object value) {
    boolean more = true;
    for (Inlet follower : followers) {
      more &= follower.take(value);
    }
    return more;
  }

  /** The place of a connection among those that lead to the same node. */
  private int connection(int edge) {
    int to = plan.edges().get(edge).to();
    return (int) plan.edges().subList(0, edge).stream().filter(other -> other.to() == to).count();
  }

  /** The way from a lane into a stage: a call, or a ring if the stage is in another lane. */
  private Inlet connect(Lane from, int place, int connection) {
    Stage stage = Objects.requireNonNull(stageOf[place]);
    Lane to = lane(parts.entry(place));
    Inlet inlet = Objects.requireNonNull(probeOf[place]).inlet(stage.inlet(connection));
    if (from == to) {
      return inlet;
    }
    Ring ring = ring(from, to);
    to.add(new RingFeed(ring, inlet));
    return value -> from.give(ring, value);
  }

  private static Ring ring(Lane from, Lane to) {
    Ring ring = new Ring(Room.BETWEEN_THREADS, Assembly::weight, from.bell(), to.bell());
    from.add(ring);
    return ring;
  }

  private static long weight(@Nullable Object value) {
    return value instanceof Share share ? Footprint.of(share.items()) : Footprint.of(value);
  }

  private Stage parallel(int place, Emitter<@Nullable Object> next) {
    Lane in = lane(parts.entry(place));
    Lane out = lane(parts.exit(place));
    Ring order = ring(in, out);
    boolean keyed =
        plan.stages().get(place).contract().state().scope() == StateDescriptor.Scope.KEYED;
    List<Ring> shares = new ArrayList<>();
    List<Ring> outputs = new ArrayList<>();
    List<NodeStage> members = new ArrayList<>();
    for (int i = 0; i < nodes.get(place).size(); i++) {
      Lane own = lane(parts.entry(place) + 1 + i);
      Ring share = ring(in, own);
      Ring output = ring(own, out);
      OpenStage open = nodes.get(place).get(i);
      Metering.Probe probe = metering.probe(List.of(open), own);
      NodeStage node = new NodeStage(open, state, own, probe.out(value -> own.give(output, value)));
      Inlet inlet = probe.inlet(value -> takeShare(node, own, value));
      own.add(new RingFeed(share, value -> inlet.take(value) && endShare(own, output)));
      if (keyed || i == 0) {
        own.addFirst(
            probe.end(node::end)); // what has no state has no end of its own: it is told once
      }
      shares.add(share);
      outputs.add(output);
      members.add(node);
    }
    out.add(new Gather(out, outputs, order, next));
    return new ParallelStage(new Scatter(in, shares, order, keyed), members);
  }

  private static boolean takeShare(NodeStage node, Lane own, @Nullable Object value) {
    if (value instanceof Share share) {
      node.takeItems(share.items());
    }
    return own.wantsMore();
  }

  private static boolean endShare(Lane own, Ring output) {
    return own.give(output, Share.Mark.END);
  }

  private int startOfChain(int last) {
    int from = last;
    while (from > 0 && mayBeJoined(last) && isNeighbour(from - 1, from)) {
      from--;
    }
    return from;
  }

  /** Nodes of other rights live elsewhere, and must not keep those of equal rights apart. */
  private boolean isNeighbour(int place, int follower) {
    return mayBeJoined(place)
        && plan.fedBy(place).equals(List.of(follower))
        && plan.feeders(follower).equals(List.of(place))
        && parts.kinds().get(parts.entry(place)).equals(parts.kinds().get(parts.entry(follower)));
  }

  private boolean mayBeJoined(int place) {
    List<OpenStage> open = nodes.get(place);
    return open.size() == 1 && open.getFirst().mayBeJoined();
  }

  private Optional<HostedChain> join(int from, int to) {
    if (to - from < 2) {
      return Optional.empty();
    }
    List<OpenStage> members = nodes.subList(from, to).stream().map(List::getFirst).toList();
    return members.getFirst().session().join(members.stream().map(OpenStage::node).toList());
  }
}
