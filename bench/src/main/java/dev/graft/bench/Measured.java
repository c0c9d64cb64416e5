package dev.graft.bench;

import dev.graft.runtime.backend.BackendId;

/**
 * One figure.
 *
 * @param group what was called
 * @param backend where
 * @param micros the mean time of a call in microseconds
 * @param error half of its 99.9 % confidence interval, in microseconds; NaN if there are too few
 *     measurements to say
 */
record Measured(Group group, BackendId backend, double micros, double error) {}
