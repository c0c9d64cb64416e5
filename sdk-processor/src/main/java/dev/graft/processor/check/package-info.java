/**
 * The rules for nodes, one class for each kind of mistake. A {@link
 * dev.graft.processor.check.Check} looks at a declaration and reports what breaks its rule; it
 * never stops at the first. {@link dev.graft.processor.check.Checks} is the list of all of them, in
 * the order of their messages.
 */
@NullMarked
package dev.graft.processor.check;

import org.jspecify.annotations.NullMarked;
