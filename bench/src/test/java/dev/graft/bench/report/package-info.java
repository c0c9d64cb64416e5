@NullMarked
package dev.graft.bench.report;

import org.jspecify.annotations.NullMarked;
