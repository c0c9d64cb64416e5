/**
 * How many hosts to keep ready: what was asked of a pool, what will be, and what it did. Plain data
 * and arithmetic with the time as an argument; the threads are {@code HostPool}'s.
 */
@NullMarked
package dev.graft.python.pool;

import org.jspecify.annotations.NullMarked;
