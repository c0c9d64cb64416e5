/** What a port says of itself: how much was translated, and what a person has to decide. */
@NullMarked
package dev.graft.port.report;

import org.jspecify.annotations.NullMarked;
