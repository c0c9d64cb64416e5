/** A plugin: nodes with twins in Python, one of which is a wrong port. */
@NullMarked
package dev.graft.testkit.sample;

import org.jspecify.annotations.NullMarked;
