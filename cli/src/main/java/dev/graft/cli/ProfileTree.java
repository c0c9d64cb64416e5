package dev.graft.cli;

import dev.graft.runtime.run.NodeProfile;
import dev.graft.runtime.run.RunProfile;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The profile of a run, for a program; all times are seconds. */
final class ProfileTree {
  private static final double SECOND = 1e9;

  private ProfileTree() {}

  /** Maps, lists, texts and numbers. */
  static Map<String, @Nullable Object> of(RunProfile profile) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("opening", seconds(profile.opening()));
    tree.put("reading", seconds(profile.reading()));
    tree.put("writing", seconds(profile.writing()));
    tree.put("nodes", profile.nodes().stream().map(ProfileTree::node).toList());
    return tree;
  }

  private static Map<String, @Nullable Object> node(NodeProfile node) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("ids", node.nodeIds());
    tree.put("backend", node.backend().text());
    tree.put("calls", node.calls());
    tree.put("busy", seconds(node.busy()));
    tree.put("own", node.own().stream().map(ProfileTree::seconds).toList());
    tree.put("conversion", node.conversion().map(ProfileTree::seconds).orElse(null));
    tree.put("median", seconds(node.median()));
    tree.put("p99", seconds(node.p99()));
    tree.put("starved", seconds(node.starved()));
    tree.put("held_up", seconds(node.heldUp()));
    return tree;
  }

  private static double seconds(Duration time) {
    return time.toNanos() / SECOND;
  }
}
