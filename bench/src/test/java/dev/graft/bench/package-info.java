/** Every benchmark runs once on every backend, checked but not timed. */
@NullMarked
package dev.graft.bench;

import org.jspecify.annotations.NullMarked;
