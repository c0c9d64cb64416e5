/** The nodes of the package of the same name, and what they are made of. */
@NullMarked
package dev.graft.nodes.audio;

import org.jspecify.annotations.NullMarked;
