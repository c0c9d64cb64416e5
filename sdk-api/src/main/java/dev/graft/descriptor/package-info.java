/**
 * What a node is, as data. A {@link dev.graft.descriptor.NodeDescriptor} has two parts: the {@link
 * dev.graft.descriptor.NodeContract}, which a Java node and its Python twin share and which must be
 * equal, and the {@link dev.graft.descriptor.Implementation}, which is each one's own. Binder,
 * schema, documentation, registry and case generator read these records and nothing else; the
 * annotation processor, the Python loader and JSON files produce them.
 */
@NullMarked
package dev.graft.descriptor;

import org.jspecify.annotations.NullMarked;
