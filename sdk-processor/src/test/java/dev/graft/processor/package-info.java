/**
 * The processor seen from outside: what it writes for right nodes, what it says of wrong ones, and
 * that what it writes is of the quality of code written by hand. Inputs and expected texts are
 * files under {@code src/test/resources}; {@code -Dgolden.update=true} rewrites the expected ones.
 */
@NullMarked
package dev.graft.processor;

import org.jspecify.annotations.NullMarked;
