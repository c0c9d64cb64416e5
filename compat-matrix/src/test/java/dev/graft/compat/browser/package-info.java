/** A browser for tests: Chromium without a window, spoken to over its DevTools protocol. */
@NullMarked
package dev.graft.compat.browser;

import org.jspecify.annotations.NullMarked;
