/**
 * Shadow mode: another implementation of a node runs beside it, on what the node really gets, and
 * what the two do is compared. The node itself, the control, always comes first: its outputs go on
 * before the other one, the candidate, begins, in a thread of its own, on copies, behind a queue
 * that drops rather than waits. Nothing that the candidate does or fails to do reaches the
 * pipeline. Who compares is found as a service, {@link
 * dev.graft.runtime.shadow.ShadowJudge.Provider}: the compat matrix brings the comparator that its
 * own cases are judged by.
 */
@NullMarked
package dev.graft.runtime.shadow;

import org.jspecify.annotations.NullMarked;
