/**
 * What changed between two runs, case by case and never by count: a case that broke and another
 * that was mended are two changes, not none. Only results of cases with equal hashes are compared;
 * whatever else differs between the runs is said in words. A baseline is a small run that a project
 * keeps beside its sources; the history keeps the last runs of each node.
 */
@NullMarked
package dev.graft.compat.changes;

import org.jspecify.annotations.NullMarked;
