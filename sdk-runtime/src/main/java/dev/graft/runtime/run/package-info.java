/**
 * Runs plans in one JVM. Items are pushed through the chain one by one: an output is handed to the
 * next node before the node that emitted it goes on, so memory does not grow with the input, a lazy
 * generator is drained only as far as someone wants more, and no queue can fill up. A failure never
 * travels through another node's code: it is put down, everyone is told that no more is wanted, and
 * it is thrown when the stack is empty again.
 */
@NullMarked
package dev.graft.runtime.run;

import org.jspecify.annotations.NullMarked;
