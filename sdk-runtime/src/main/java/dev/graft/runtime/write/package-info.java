/**
 * Writers of outputs, the counterparts of {@code dev.graft.runtime.read}. What a format cannot hold
 * is refused with a {@link dev.graft.value.ValueException} that says which format can, and nothing
 * of it is written. {@link dev.graft.runtime.write.OutputFormat} makes a writer; {@link
 * dev.graft.runtime.write.PromptWriter} sees to it that somebody who waits for an output gets it.
 */
@NullMarked
package dev.graft.runtime.write;

import org.jspecify.annotations.NullMarked;
