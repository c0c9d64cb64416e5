package dev.graft.runtime.recovery;

import dev.graft.descriptor.NodeDescriptor;
import dev.graft.descriptor.Purity;
import dev.graft.descriptor.StateDescriptor;

/**
 * What a node says of itself that decides how it may be recovered.
 *
 * @param statelessBySelf whether it declares that it keeps nothing from one item to the next
 * @param effects whether it declares that it acts on the outside world: then nothing is repeated
 * @param exactState whether its state is what it declares, so that restoring gives just that; of
 *     other classes {@code initialize} runs after the state was restored, and may undo it
 */
record Care(boolean statelessBySelf, boolean effects, boolean exactState) {
  static Care of(NodeDescriptor node) {
    boolean strict = node.implementation().strict();
    boolean declaresNone = node.contract().state().scope() == StateDescriptor.Scope.NONE;
    return new Care(strict && declaresNone, node.contract().purity() == Purity.EFFECTS, strict);
  }
}
