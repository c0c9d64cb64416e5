/**
 * One node while somebody writes it: its sources are compiled as they change, in this JVM, its
 * cases are played on all its backends, and the first thing that differs is shown. Nothing starts
 * anew from one round to the next but what has to: the classes of the node, and the Python that
 * runs it.
 */
@NullMarked
package dev.graft.cli.watch;

import org.jspecify.annotations.NullMarked;
