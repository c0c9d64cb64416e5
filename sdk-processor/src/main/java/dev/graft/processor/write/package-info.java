/**
 * Writes files from models and checks nothing. Java files are made with JavaPoet; the few long
 * expressions in them are broken into lines by {@link dev.graft.processor.write.Expr} in the way of
 * google-java-format, so that what is generated reads like what is written by hand. Nothing depends
 * on time, paths or the order in which the compiler found the nodes.
 */
@NullMarked
package dev.graft.processor.write;

import org.jspecify.annotations.NullMarked;
