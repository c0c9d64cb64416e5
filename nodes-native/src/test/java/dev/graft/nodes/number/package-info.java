/** The nodes of the package of the same name, each through its generated factory. */
@NullMarked
package dev.graft.nodes.number;

import org.jspecify.annotations.NullMarked;
