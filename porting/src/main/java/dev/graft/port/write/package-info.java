/**
 * The Java file of a node: what the contract says becomes annotations, records and enums, what was
 * translated becomes methods. It is laid out as Graft's own sources are, by google-java-format.
 */
@NullMarked
package dev.graft.port.write;

import org.jspecify.annotations.NullMarked;
