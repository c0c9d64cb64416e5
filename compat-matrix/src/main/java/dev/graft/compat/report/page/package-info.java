/**
 * {@code report.html}: one file that needs no other. The sentences, the grid, the differences by
 * their cause, the limitations and how to read them are markup, and can be read without a script.
 * What is inside of a case is packed, a block for each node, and unpacked when somebody opens it.
 */
@NullMarked
package dev.graft.compat.report.page;

import org.jspecify.annotations.NullMarked;
