/**
 * The compat matrix as JUnit tests. {@link dev.graft.testkit.NodeMatrix} is the whole of it: a
 * factory that gives a container for each node and a test for each case and backend.
 */
@NullMarked
package dev.graft.testkit;

import org.jspecify.annotations.NullMarked;
