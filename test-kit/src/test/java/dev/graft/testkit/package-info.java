/** The test kit, tried on the nodes of a small plugin as its author would. */
@NullMarked
package dev.graft.testkit;

import org.jspecify.annotations.NullMarked;
