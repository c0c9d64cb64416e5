/**
 * Turns a manifest into a plan: which nodes stand one after another, with which parameters, on
 * which backends they could run. A plan is data, holds no node objects and starts nothing, so every
 * mistake in a manifest is known before the first item is read.
 */
@NullMarked
package dev.graft.runtime.plan;

import org.jspecify.annotations.NullMarked;
