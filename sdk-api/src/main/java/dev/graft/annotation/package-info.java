/**
 * The annotations that turn a plain class into a node. They are kept in the class file but not at
 * run time: everything that they say is turned into code when the node is compiled, and nothing is
 * ever found out by reflection.
 */
@NullMarked
package dev.graft.annotation;

import org.jspecify.annotations.NullMarked;
