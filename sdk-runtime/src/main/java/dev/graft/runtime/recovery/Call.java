package dev.graft.runtime.recovery;

import dev.graft.runtime.backend.Item;
import java.util.List;

/**
 * A call that a node has answered since its state was saved.
 *
 * @param items what it took; the last one may have failed
 * @param outputs how many outputs came
 * @param open whether whoever took the outputs would have taken more
 * @param failed whether the last item failed
 */
record Call(List<Item> items, long outputs, boolean open, boolean failed) {}
