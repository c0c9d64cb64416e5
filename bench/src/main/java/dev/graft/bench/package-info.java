/**
 * The eight groups of calls that the older system published figures for, measured through the SDK
 * on every backend that hosts the nodes, beside the same Python classes called directly inside
 * CPython in the same run. Every group checks its outputs before and after it is timed: a figure
 * for a wrong result is no figure.
 */
@NullMarked
package dev.graft.bench;

import org.jspecify.annotations.NullMarked;
