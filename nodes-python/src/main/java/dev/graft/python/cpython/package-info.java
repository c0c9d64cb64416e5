/**
 * The CPython backend: every open node has a worker process of its own, with the bundled CPython
 * unless somebody chose another one. It is forked by a server that has imported what workers need,
 * or started as a program where there is no such server. The two sides talk MessagePack over a Unix
 * domain socket that only this user can reach. A worker that dies is an event with an exit status
 * and the end of its output, never an outage, and so is the death of a server. None outlives this
 * JVM: the end of the socket ends a worker, and the server ends those that do not end by that.
 */
@NullMarked
package dev.graft.python.cpython;

import org.jspecify.annotations.NullMarked;
