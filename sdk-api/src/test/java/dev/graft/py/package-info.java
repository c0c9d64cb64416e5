/** Tests of Python's rules. */
@NullMarked
package dev.graft.py;

import org.jspecify.annotations.NullMarked;
