/**
 * Runs the matrix: {@link dev.graft.compat.run.CompatRun} takes the nodes, cases and backends that
 * {@link dev.graft.compat.run.CompatOptions} choose, plays every case on every backend that has the
 * node, has the results judged, and answers with a {@link dev.graft.compat.run.CompatResult} and
 * its exit code. A backend that cannot start is never a pass.
 */
@NullMarked
package dev.graft.compat.run;

import org.jspecify.annotations.NullMarked;
