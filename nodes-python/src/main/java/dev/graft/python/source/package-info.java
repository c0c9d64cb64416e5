/**
 * Python source texts. Graft's own Python package travels as resources of this module, with a list
 * of its files so that nothing is ever scanned: a sandboxed interpreter gets the texts one by one
 * when it imports them, a worker process gets them as files in the cache. User files that import
 * their siblings are served from the directories that the manifest names, and from nowhere else.
 */
@NullMarked
package dev.graft.python.source;

import org.jspecify.annotations.NullMarked;
