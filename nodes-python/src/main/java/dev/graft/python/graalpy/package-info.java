/**
 * The GraalPy backend: Python in this JVM, sandboxed. One engine per backend compiles and caches
 * code; each session gets contexts of its own, one for each set of grants, which can reach no file,
 * socket, process, thread, environment variable or Java class but those that were granted: it is
 * handed source texts and portable values, and a function to give values back. Values cross flat,
 * in one call for each, decoded by tags and never by guess.
 */
@NullMarked
package dev.graft.python.graalpy;

import org.jspecify.annotations.NullMarked;
