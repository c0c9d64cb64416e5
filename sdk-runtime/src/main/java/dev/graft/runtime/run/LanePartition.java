package dev.graft.runtime.run;

import dev.graft.runtime.plan.PipelinePlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which nodes one thread serves. Nodes of one interpreter share a thread, because it would let only
 * one of two run; neighbours in Java do, because a call is cheaper than a queue; every other node
 * has its own, so that it works while others do. The input is read in a lane, too. Between lanes
 * there is no cycle: they could wait for each other for ever. Where there would be one, its lanes
 * become one.
 */
final class LanePartition {
  private final List<Kind> kinds;
  private final List<PipelinePlan.Edge> edges;
  private final int[] lanes;

  private LanePartition(List<Kind> kinds, List<PipelinePlan.Edge> edges) {
    this.kinds = kinds;
    this.edges = edges;
    this.lanes = new int[kinds.size()];
    for (int i = 0; i < lanes.length; i++) {
      lanes[i] = i;
    }
  }

  /** What decides about a node's neighbours in its lane. */
  sealed interface Kind {
    /** Called directly, at no cost. */
    record Java() implements Kind {}

    /**
     * In an interpreter that others may share.
     *
     * @param interpreter which, compared by equality
     */
    record Shared(Object interpreter) implements Kind {}

    /** In an interpreter or a process of its own. */
    record Own() implements Kind {}

    /** Where the input of the run is read. */
    record Input() implements Kind {}
  }

  /**
   * The lane of each node: equal numbers share one.
   *
   * @param kinds the nodes, each after those that feed it
   * @param edges who feeds whom
   */
  static int[] of(List<Kind> kinds, List<PipelinePlan.Edge> edges) {
    LanePartition partition = new LanePartition(kinds, edges);
    partition.shareInterpreters();
    partition.collapseCycles();
    partition.joinJava();
    partition.joinInput();
    return partition.lanes;
  }

  private void shareInterpreters() {
    Map<Object, Integer> lanesOf = new HashMap<>();
    for (int i = 0; i < lanes.length; i++) {
      if (kinds.get(i) instanceof Kind.Shared shared) {
        Integer known = lanesOf.putIfAbsent(shared.interpreter(), lanes[i]);
        if (known != null) {
          unite(known, lanes[i]);
        }
      }
    }
  }

  private void collapseCycles() {
    for (List<Integer> cycle = cycle(); !cycle.isEmpty(); cycle = cycle()) {
      for (int lane : cycle) {
        unite(cycle.getFirst(), lane);
      }
    }
  }

  private void joinJava() {
    for (PipelinePlan.Edge edge : edges) {
      int from = lanes[edge.from()];
      int to = lanes[edge.to()];
      if (from != to && isJava(from) && isJava(to)) {
        int[] before = lanes.clone();
        unite(from, to);
        if (!cycle().isEmpty()) {
          System.arraycopy(before, 0, lanes, 0, before.length);
        }
      }
    }
  }

  /**
   * Whoever reads can serve nodes as well, if they take nothing but what is read: it does not look
   * for other things. A worker gets what was read in the meantime at once, so it stays apart.
   */
  private void joinInput() {
    for (PipelinePlan.Edge edge : edges) {
      int from = lanes[edge.from()];
      int to = lanes[edge.to()];
      if (kinds.get(edge.from()) instanceof Kind.Input
          && from != to
          && !(kinds.get(edge.to()) instanceof Kind.Own)
          && edges.stream().noneMatch(other -> leads(other, to, from))) {
        unite(from, to);
      }
    }
  }

  /** Whether an edge leads into a lane from others than these two. */
  private boolean leads(PipelinePlan.Edge edge, int into, int other) {
    int from = lanes[edge.from()];
    return lanes[edge.to()] == into && from != into && from != other;
  }

  private boolean isJava(int lane) {
    for (int i = 0; i < lanes.length; i++) {
      if (lanes[i] == lane && !(kinds.get(i) instanceof Kind.Java)) {
        return false;
      }
    }
    return true;
  }

  private void unite(int lane, int other) {
    for (int i = 0; i < lanes.length; i++) {
      if (lanes[i] == other) {
        lanes[i] = lane;
      }
    }
  }

  /** The lanes of some cycle; none if there is none. */
  private List<Integer> cycle() {
    Set<Integer> done = new LinkedHashSet<>();
    for (int lane : lanes) {
      List<Integer> found = cycleFrom(lane, new LinkedHashSet<>(), done);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private List<Integer> cycleFrom(int lane, Set<Integer> path, Set<Integer> done) {
    if (path.contains(lane)) {
      List<Integer> way = new ArrayList<>(path);
      return way.subList(way.indexOf(lane), way.size());
    } else if (done.contains(lane)) {
      return List.of();
    }
    path.add(lane);
    for (PipelinePlan.Edge edge : edges) {
      if (lanes[edge.from()] == lane && lanes[edge.to()] != lane) {
        List<Integer> found = cycleFrom(lanes[edge.to()], path, done);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    path.remove(lane);
    done.add(lane);
    return List.of();
  }
}
