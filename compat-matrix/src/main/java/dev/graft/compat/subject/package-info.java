/**
 * Runs a case on a subject: one node on one backend, opened over the path that users get, with no
 * fallback. What happens is written down as a {@link dev.graft.compat.subject.Trace}, whose events
 * are copies, so that nothing a node does later can change them. Who really served the case is part
 * of the trace.
 */
@NullMarked
package dev.graft.compat.subject;

import org.jspecify.annotations.NullMarked;
