package dev.graft.runtime.failure;

import dev.graft.node.ErrorKind;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong in a node.
 *
 * @param nodeId the id in the manifest
 * @param phase when
 * @param index the position of the item in the node's input, from 0, in the phase step
 * @param session the session of a node with state by key, in the phase end
 * @param kind the kind of error, which is part of the node's contract
 * @param type the exception class, as its language names it
 * @param message the exception's own text
 * @param traceback the full traceback in the words of its language
 */
public record NodeFailure(
    String nodeId,
    Phase phase,
    OptionalLong index,
    Optional<String> session,
    ErrorKind kind,
    String type,
    String message,
    Optional<String> traceback) {

  /** A failure that is of no single session. */
  public NodeFailure(
      String nodeId,
      Phase phase,
      OptionalLong index,
      ErrorKind kind,
      String type,
      String message,
      Optional<String> traceback) {
    this(nodeId, phase, index, Optional.empty(), kind, type, message, traceback);
  }

  /** The same with another message. */
  public NodeFailure withMessage(String text) {
    return new NodeFailure(nodeId, phase, index, session, kind, type, text, traceback);
  }

  /** The same of the session with a key; of none if the key is null. */
  public NodeFailure ofSession(@Nullable Object key) {
    return new NodeFailure(
        nodeId,
        phase,
        index,
        Optional.ofNullable(key).map(String::valueOf),
        kind,
        type,
        message,
        traceback);
  }

  /** One line: where, which kind, what. */
  public String headline() {
    String at =
        (index.isPresent() ? ", item " + index.getAsLong() : "")
            + session.map(", session \"%s\""::formatted).orElse("");
    String text = message.isEmpty() ? type : type + ": " + message;
    return "node \"%s\", %s%s: %s [%s]".formatted(nodeId, phase.text(), at, text, kind.text());
  }
}
