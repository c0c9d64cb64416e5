/** Tests of the nodes that talk to a Java program. */
@NullMarked
package dev.graft.nodes.host;

import org.jspecify.annotations.NullMarked;
