/**
 * Readers of items: JSON Lines, lines of text, CSV, audio in WAV, and plain bytes. {@link
 * dev.graft.runtime.read.InputFormat} makes one for a stream; all read as they go, in memory that
 * does not grow with the input, and deliver what is good before an error in what follows. An error
 * is an {@link dev.graft.runtime.run.InputException} that has the place. docs/formats.md says what
 * an item of each format is.
 */
@NullMarked
package dev.graft.runtime.read;

import org.jspecify.annotations.NullMarked;
