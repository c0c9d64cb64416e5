/**
 * Takes the time of nodes, apart from the question whether they are right: only cases that every
 * backend passes are timed. Backends take turns, so that a machine that slows down slows all of
 * them; what is told is the ratio to CPython of samples that lie next to each other, over several
 * sessions, with an interval. A time alone informs, and decides nothing.
 */
@NullMarked
package dev.graft.compat.speed;

import org.jspecify.annotations.NullMarked;
