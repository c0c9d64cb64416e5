/**
 * Says what a result means. A case that states what must happen is judged by that; any other by the
 * reference backend, never by a majority. Whatever is not a pass has a {@link
 * dev.graft.compat.compare.Signature}; a known limitation may then lie over it.
 */
@NullMarked
package dev.graft.compat.verdict;

import org.jspecify.annotations.NullMarked;
