/**
 * Turns the compiler's elements into declarations: what the author wrote, right or wrong, with the
 * places to point at. Reading reports nothing; what cannot be understood is recorded for the
 * checks. A type that does not exist yet ends the reading, and the node is read again in the next
 * round.
 */
@NullMarked
package dev.graft.processor.read;

import org.jspecify.annotations.NullMarked;
