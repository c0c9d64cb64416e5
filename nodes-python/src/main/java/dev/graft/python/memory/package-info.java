/**
 * Memory that worker processes can see, so that an array crosses as a reference, at a cost that
 * does not depend on its size. Each side makes files in one private directory and maps the other's;
 * a file holds one array at a time and is used for another one only when nobody can read it any
 * more. Beyond a budget, and for small arrays, there is no reference: they cross in the message.
 */
@NullMarked
package dev.graft.python.memory;

import org.jspecify.annotations.NullMarked;
