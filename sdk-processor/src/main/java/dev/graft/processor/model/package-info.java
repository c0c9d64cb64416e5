/**
 * What is known of a node once it is found to be right: its descriptor, and the Java names that the
 * generated code needs beside it. Models hold names and never the compiler's elements, so they stay
 * valid from round to round.
 */
@NullMarked
package dev.graft.processor.model;

import org.jspecify.annotations.NullMarked;
