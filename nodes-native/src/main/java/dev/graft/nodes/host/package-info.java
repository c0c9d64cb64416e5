/**
 * Nodes through which a Java program talks to its running pipeline. The program makes a handle, a
 * {@link dev.graft.nodes.host.DataSource} or a {@link dev.graft.nodes.host.DataSink}, and gives it
 * to the node of some id when it opens the pipeline; from then on program and node share it. A
 * handle is safe for any number of threads, holds no thread itself, and is good for one run.
 */
@NullMarked
package dev.graft.nodes.host;

import org.jspecify.annotations.NullMarked;
