/**
 * Ends calls that take too long. A {@link dev.graft.python.deadline.Watch} notes when the calls of
 * one host begin and end, which costs a few nanoseconds; one {@link
 * dev.graft.python.deadline.Watchdog} of each backend looks at all watches now and then. Whoever
 * ends a call first claims it, so that a call that ended just in time never harms the next one.
 */
@NullMarked
package dev.graft.python.deadline;

import org.jspecify.annotations.NullMarked;
