package org.example.nodes;

import dev.graft.testkit.NodeMatrix;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

final class NodesMatrixTest {
  @TestFactory
  Stream<DynamicNode> matrix() {
    return NodeMatrix.ofClassPath().withCases("src/test/cases").tests();
  }
}
