/**
 * The SDK's own nodes in Java. Each has a twin in Python with the same contract, and they agree bit
 * for bit, but for those of {@code host}, which talk to a Java program; the packages below are
 * named after what their nodes do. The class that lists them all, {@code NodesModule}, is generated
 * into this package.
 */
@NullMarked
package dev.graft.nodes;

import org.jspecify.annotations.NullMarked;
