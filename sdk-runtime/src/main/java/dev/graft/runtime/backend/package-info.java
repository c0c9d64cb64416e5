/**
 * The one interface between what drives nodes and what runs them. A {@link
 * dev.graft.runtime.backend.Backend} hosts nodes of some language: it opens a {@link
 * dev.graft.runtime.backend.BackendSession} for each run, and in it a {@link
 * dev.graft.runtime.backend.HostedNode} for each node, which takes portable values and emits
 * portable values. Runners know no backend and backends know no runner. Every hosted node says by
 * whom it is served, so that no result can come from a backend that nobody asked for.
 */
@NullMarked
package dev.graft.runtime.backend;

import org.jspecify.annotations.NullMarked;
