/**
 * Pictures of pipelines. {@link dev.graft.cli.graph.PipelineGraph} is what is to be seen: boxes
 * with the backends that a node can really come to, and arrows. {@link
 * dev.graft.cli.graph.MermaidGraph} writes it for Markdown, {@link dev.graft.cli.graph.SvgGraph}
 * draws it, once {@link dev.graft.cli.graph.Layout} has found a place for everything.
 */
@NullMarked
package dev.graft.cli.graph;

import org.jspecify.annotations.NullMarked;
