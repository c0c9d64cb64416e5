/**
 * What a run found, as data and as files: {@link dev.graft.compat.report.CompatReport} is all of
 * it, and every other class here writes it in one format. Of equal results the files have equal
 * bytes, but for the time and the machine. Everything that comes from a node is escaped: texts of
 * cases may hold anything.
 */
@NullMarked
package dev.graft.compat.report;

import org.jspecify.annotations.NullMarked;
