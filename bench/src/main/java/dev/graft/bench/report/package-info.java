/** What the sections of a report are made of: estimates, figures as text, verdicts on targets. */
@NullMarked
package dev.graft.bench.report;

import org.jspecify.annotations.NullMarked;
