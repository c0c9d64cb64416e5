@NullMarked
package dev.graft.bench.lines;

import org.jspecify.annotations.NullMarked;
