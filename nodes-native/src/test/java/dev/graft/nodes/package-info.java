/** The nodes as a pipeline drives them: through their generated factories. */
@NullMarked
package dev.graft.nodes;

import org.jspecify.annotations.NullMarked;
