/**
 * What kind of value a variable holds, and the Java type for it. Types come from the contract and
 * from literals; what a variable gets from several places is joined. Where only the running node
 * knows, a value is any object, and Python's rules are looked up in {@code dev.graft.py}.
 */
@NullMarked
package dev.graft.port.types;

import org.jspecify.annotations.NullMarked;
