/**
 * Texts that people write by hand, as trees of portable values whose every part knows the line and
 * column where it stands. Whoever checks such a tree speaks of its parts by path ({@code
 * nodes[1].params}); {@link dev.graft.runtime.document.Spot} finds the place of a path in the text.
 * Values are those of typed JSON, whichever way they are written.
 */
@NullMarked
package dev.graft.runtime.document;

import org.jspecify.annotations.NullMarked;
