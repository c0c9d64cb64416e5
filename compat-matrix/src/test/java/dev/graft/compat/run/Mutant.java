package dev.graft.compat.run;

import dev.graft.compat.fake.FakeBackend;
import dev.graft.compat.fake.FakeHost;
import dev.graft.compat.fake.FakeNode;
import dev.graft.compat.fake.FakeNodes;
import dev.graft.descriptor.NodeContract;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A node or a backend with one thing wrong on the side of Java; the other side is right.
 *
 * @param name what is wrong
 * @param contract what it must promise
 * @param java what it promises
 * @param backend makes the backend that runs it
 * @param exitCode of the run that catches it
 * @param signature a pattern of one signature that it must have
 */
record Mutant(
    String name,
    NodeContract contract,
    NodeContract java,
    Function<Map<String, FakeNode.Maker>, Backend> backend,
    int exitCode,
    String signature) {

  /** A node that does something else. */
  static Mutant ofNode(String name, NodeContract contract, FakeNode.Maker wrong, String signature) {
    return new Mutant(
        name,
        contract,
        contract,
        right -> {
          Map<String, FakeNode.Maker> makers = new HashMap<>(right);
          makers.put(contract.id(), wrong);
          return new FakeBackend(BackendId.JAVA, makers);
        },
        ExitCode.UNEXPECTED,
        signature);
  }

  /** A backend that does something else. */
  static Mutant ofBackend(
      String name,
      NodeContract contract,
      Function<Map<String, FakeNode.Maker>, Backend> wrong,
      int exitCode,
      String signature) {
    return new Mutant(name, contract, contract, wrong, exitCode, signature);
  }

  /** A contract that promises something else. */
  static Mutant ofContract(String name, NodeContract right, NodeContract java, String signature) {
    return new Mutant(
        name,
        right,
        java,
        makers -> new FakeBackend(BackendId.JAVA, makers),
        ExitCode.UNEXPECTED,
        signature);
  }

  FakeHost host() {
    return new FakeHost()
        .twins(java, contract)
        .backend(backend.apply(FakeNodes.right()))
        .backend(new FakeBackend(BackendId.CPYTHON, FakeNodes.right()));
  }

  static FakeHost right(NodeContract contract) {
    return ofContract("right", contract, contract, "").host();
  }

  @Override
  public String toString() {
    return name;
  }
}
