package dev.graft.processor.check;

import dev.graft.processor.read.NodeDeclaration;

/** One rule. */
interface Check {
  /** Reports everything in a declaration that breaks the rule. */
  void check(NodeDeclaration node);
}
