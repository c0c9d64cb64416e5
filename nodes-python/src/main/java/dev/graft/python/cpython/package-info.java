/**
 * The CPython backend: every open node has a worker process of its own, started with the bundled
 * CPython unless somebody chose another one. The two sides talk MessagePack over a Unix domain
 * socket that only this user can reach. A worker that dies is an event with an exit status and the
 * end of its output, never an outage; none outlives this JVM, because the end of the socket ends
 * the worker.
 */
@NullMarked
package dev.graft.python.cpython;

import org.jspecify.annotations.NullMarked;
