/** What the annotation processor adds to the time of the compiler. */
@NullMarked
package dev.graft.bench.compile;

import org.jspecify.annotations.NullMarked;
