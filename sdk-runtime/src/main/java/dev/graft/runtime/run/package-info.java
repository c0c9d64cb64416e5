/**
 * Runs plans in one JVM. Open nodes are put into lanes, each served by one thread. In a lane an
 * output is handed to the next node before the node that emitted it goes on; between lanes stands a
 * bounded ring, so memory does not grow with the input and a lazy generator is drained only as far
 * as someone wants more. A failure never travels through another node's code: it is put down, its
 * lane stops, and refuses what it is given, so those that feed it stop, too; those that it feeds
 * take what they were given before.
 */
@NullMarked
package dev.graft.runtime.run;

import org.jspecify.annotations.NullMarked;
