/**
 * What the processor says to an author. All texts stand in {@link
 * dev.graft.processor.report.Problem}; a {@link dev.graft.processor.report.Finding} is one of them
 * about one subject at one place; findings are gathered first and printed together, sorted, so that
 * one compilation shows every mistake.
 */
@NullMarked
package dev.graft.processor.report;

import org.jspecify.annotations.NullMarked;
