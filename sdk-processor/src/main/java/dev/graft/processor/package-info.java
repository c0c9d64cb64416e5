/**
 * Graft's annotation processor. {@link dev.graft.processor.NodeProcessor} is the only class meant
 * for anyone outside; the packages below it are its stages. A node is <em>read</em> into a
 * declaration, which still knows the compiler's elements; the <em>checks</em> look at the
 * declaration and add findings, which the <em>reporter</em> prints at the end of the round; a
 * declaration without findings becomes a <em>model</em>, which holds names only and survives
 * rounds; <em>writers</em> turn models into files and check nothing.
 */
@NullMarked
package dev.graft.processor;

import org.jspecify.annotations.NullMarked;
