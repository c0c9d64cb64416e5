/**
 * Changes manifests as a careful person would: one value of one node, and every other byte of the
 * file, comments and blanks included, stays as it is. A node is looked up in the text as a {@link
 * dev.graft.runtime.edit.NodeText}, whichever notation it is written in; the text around it is
 * never printed anew. Whatever was changed is read again and compared with what was meant, so a
 * notation that nobody thought of is refused rather than damaged.
 */
@NullMarked
package dev.graft.runtime.edit;

import org.jspecify.annotations.NullMarked;
