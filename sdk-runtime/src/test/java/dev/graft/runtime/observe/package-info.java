/** What others hear of runs. */
@NullMarked
package dev.graft.runtime.observe;

import org.jspecify.annotations.NullMarked;
