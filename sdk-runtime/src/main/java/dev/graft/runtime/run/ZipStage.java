package dev.graft.runtime.run;

import dev.graft.value.Tuple;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A stage that takes one tuple of what its connections give, each in its order. */
final class ZipStage implements Stage {
  /**
   * So many items of one connection wait for the others. Where the connections come from one node
   * and one of them drops items, they would gather without end.
   */
  static final int MOST = 1 << 16;

  private final Stage stage;
  private final List<String> feeders;
  private final String nodeId;
  private final Lane lane;
  private final RunState state;
  private final List<Deque<Optional<Object>>> waiting;

  /**
   * A stage in front of another.
   *
   * @param nodeId the node that takes the tuples
   * @param feeders the nodes that give, in the order of the connections
   */
  ZipStage(Stage stage, String nodeId, List<String> feeders, Lane lane, RunState state) {
    this.stage = stage;
    this.nodeId = nodeId;
    this.feeders = List.copyOf(feeders);
    this.lane = lane;
    this.state = state;
    this.waiting = feeders.stream().<Deque<Optional<Object>>>map(f -> new ArrayDeque<>()).toList();
  }

  @Override
  public Inlet inlet(int connection) {
    return value -> take(connection, value);
  }

  private boolean take(int connection, @Nullable Object value) {
    Deque<Optional<Object>> own = waiting.get(connection);
    own.add(Optional.ofNullable(value));
    if (own.size() > MOST) {
      lane.fail(new RunFailedException(tooMany(connection), null));
    } else if (waiting.stream().noneMatch(Deque::isEmpty)) {
      List<@Nullable Object> parts = new ArrayList<>(waiting.size());
      for (Deque<Optional<Object>> each : waiting) {
        parts.add(each.remove().orElse(null));
      }
      stage.inlet(0).take(Tuple.of(parts.toArray()));
    }
    return lane.wantsMore();
  }

  private String tooMany(int connection) {
    int empty =
        IntStream.range(0, waiting.size())
            .filter(i -> waiting.get(i).isEmpty())
            .findFirst()
            .orElse(0);
    return "node \"%s\": fan_in \"zip\": %d items of \"%s\" wait for one of \"%s\". Both must emit the same number of items; where one drops some, use \"arrival\"."
        .formatted(nodeId, MOST, feeders.get(connection), feeders.get(empty));
  }

  @Override
  public void end() {
    List<String> left = new ArrayList<>();
    for (int i = 0; i < waiting.size(); i++) {
      if (!waiting.get(i).isEmpty()) {
        left.add("%d of \"%s\"".formatted(waiting.get(i).size(), feeders.get(i)));
      }
    }
    if (!left.isEmpty()) {
      state.event(new RunEvent.Unpaired(nodeId, String.join(", ", left)));
    }
    stage.end();
  }

  @Override
  public List<RunSummary.StageSummary> summaries() {
    return stage.summaries();
  }
}
