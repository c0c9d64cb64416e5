/**
 * How a program finds the Java nodes on its class path. Every module of nodes has one generated
 * {@link dev.graft.registry.NodeModule}, found as a service; it lists the generated {@link
 * dev.graft.registry.NodeFactory} of each node. Nothing is scanned and nothing is reflected upon.
 */
@NullMarked
package dev.graft.registry;

import org.jspecify.annotations.NullMarked;
