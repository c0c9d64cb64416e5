/**
 * Turns a descriptor into text: JSON, JSON Schema (draft 2020-12) and Markdown. The annotation
 * processor and the Python loader both use it, so a node's pages do not depend on its language.
 */
@NullMarked
package dev.graft.render;

import org.jspecify.annotations.NullMarked;
