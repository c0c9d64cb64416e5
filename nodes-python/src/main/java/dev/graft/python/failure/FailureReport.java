package dev.graft.python.failure;

import dev.graft.node.ErrorKind;
import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.failure.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A failure in the words of the Python host.
 *
 * @param phase when
 * @param index the item, in the phase step
 * @param kind the kind of error
 * @param type the Python class
 * @param message the exception's text
 * @param traceback the full text, empty if there is none
 * @param missing the package that could not be imported
 * @param raised the exception itself, if there was one
 * @param session the session that it ended, if it did
 * @param others what failed after it in the same call
 */
public record FailureReport(
    Phase phase,
    OptionalLong index,
    ErrorKind kind,
    String type,
    String message,
    String traceback,
    Optional<String> missing,
    Optional<Raised> raised,
    Optional<String> session,
    List<FailureReport> others) {

  /** The class that stands in the report of a call that took too long, on each backend. */
  static final String LATE = "DeadlineExceeded";

  static String lateMessage(Duration limit) {
    return "took longer than %d ms (deadline_ms)".formatted(limit.toMillis());
  }

  /**
   * The report of a call that took too long and whose host goes on.
   *
   * @param limit how long it was allowed to take
   * @param traceback where it was; may be empty
   */
  public static FailureReport late(
      Phase phase, OptionalLong index, Duration limit, String traceback) {
    return new FailureReport(
        phase,
        index,
        ErrorKind.TIMEOUT,
        LATE,
        lateMessage(limit),
        traceback,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** The report of a failure as the protocol has it. */
  public static FailureReport of(Map<?, ?> data) {
    return new FailureReport(
        Phase.of(text(data, "phase")).orElse(Phase.STEP),
        data.get("index") instanceof Long index ? OptionalLong.of(index) : OptionalLong.empty(),
        new ErrorKind(text(data, "kind")),
        text(data, "type"),
        text(data, "message"),
        text(data, "traceback"),
        data.get("missing") instanceof String name ? Optional.of(name) : Optional.empty(),
        Raised.of(data.get("raised")),
        data.get("session") instanceof String session ? Optional.of(session) : Optional.empty(),
        others(data.get("others")));
  }

  private static List<FailureReport> others(@Nullable Object data) {
    return data instanceof List<?> list
        ? list.stream()
            .<Map<?, ?>>mapMulti(
                (each, out) -> {
                  if (each instanceof Map<?, ?> one) {
                    out.accept(one);
                  }
                })
            .map(FailureReport::of)
            .toList()
        : List.of();
  }

  private static String text(Map<?, ?> data, String name) {
    @Nullable Object value = data.get(name);
    return value == null ? "" : value.toString();
  }

  /** The same failure at an item that the host was not told the number of. */
  public FailureReport at(long item) {
    return index.isPresent()
        ? this
        : new FailureReport(
            phase,
            OptionalLong.of(item),
            kind,
            type,
            message,
            traceback,
            missing,
            raised,
            session,
            others);
  }

  /** The failure of the node that did it, with the Python exception as its cause. */
  public NodeFailureException of(String nodeId) {
    List<NodeFailureException> all = new ArrayList<>(List.of(alone(nodeId)));
    others.forEach(other -> all.add(other.alone(nodeId)));
    return NodeFailureException.ofSessions(all);
  }

  private NodeFailureException alone(String nodeId) {
    NodeFailure failure =
        new NodeFailure(
            nodeId,
            phase,
            index,
            session,
            kind,
            type,
            message,
            traceback.isEmpty() ? Optional.empty() : Optional.of(traceback));
    return new NodeFailureException(failure, raised.map(Raised::toException).orElse(null));
  }

  /** Whether the node cannot be hosted here, because a package is missing. */
  public boolean isRefusal() {
    return missing.isPresent() && (phase == Phase.LOAD || phase == Phase.OPEN);
  }
}
