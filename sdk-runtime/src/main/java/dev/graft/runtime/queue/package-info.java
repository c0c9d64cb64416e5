/**
 * Hands values from one thread to another: a bounded ring for each pair of threads, and a bell on
 * which a thread waits. A value costs no lock and no object. A thread that has nothing to do looks
 * again for some microseconds, then lets others go first, and sleeps only after that, so a busy
 * stream never pays for waking anybody up. Knows nothing of nodes.
 */
@NullMarked
package dev.graft.runtime.queue;

import org.jspecify.annotations.NullMarked;
