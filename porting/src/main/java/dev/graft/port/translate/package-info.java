/**
 * Statements and expressions of Python as those of Java. A function is translated again and again
 * until the types of all variables are known; what comes of the last time counts. Where there is no
 * translation, the code calls {@code undecided}, which nobody has written, with the place: it does
 * not compile until a person has decided.
 */
@NullMarked
package dev.graft.port.translate;

import org.jspecify.annotations.NullMarked;
