package dev.graft.runtime.failure;

import dev.graft.node.ErrorKind;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What went wrong in a node.
 *
 * @param nodeId the id in the manifest
 * @param phase when
 * @param index the position of the item in the node's input, from 0, in the phase step
 * @param kind the kind of error, which is part of the node's contract
 * @param type the exception class, as its language names it
 * @param message the exception's own text
 * @param traceback the full traceback in the words of its language
 */
public record NodeFailure(
    String nodeId,
    Phase phase,
    OptionalLong index,
    ErrorKind kind,
    String type,
    String message,
    Optional<String> traceback) {

  /** The same with another message. */
  public NodeFailure withMessage(String text) {
    return new NodeFailure(nodeId, phase, index, kind, type, text, traceback);
  }

  /** One line: where, which kind, what. */
  public String headline() {
    String at = index.isPresent() ? ", item " + index.getAsLong() : "";
    String text = message.isEmpty() ? type : type + ": " + message;
    return "node \"%s\", %s%s: %s [%s]".formatted(nodeId, phase.text(), at, text, kind.text());
  }
}
