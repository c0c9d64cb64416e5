package dev.graft.descriptor;

import java.util.List;
import java.util.Optional;

/**
 * The part of a descriptor that a Java node and its Python twin share. Two implementations of one
 * id are twins only if their contracts are equal.
 *
 * @param id the catalogue id in kebab-case
 * @param version the contract's version, {@code major.minor}
 * @param summary one sentence
 * @param params the parameters, in the order of declaration
 * @param inputs the input ports; a source has none
 * @param outputs the output ports; a sink may have none
 * @param state what a snapshot holds
 * @param purity what a call does besides emitting
 */
public record NodeContract(
    String id,
    String version,
    String summary,
    List<ParamDescriptor> params,
    List<PortDescriptor> inputs,
    List<PortDescriptor> outputs,
    StateDescriptor state,
    Purity purity) {

  public NodeContract {
    params = List.copyOf(params);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /** The parameter of that name. */
  public Optional<ParamDescriptor> param(String name) {
    return params.stream().filter(p -> p.name().equals(name)).findFirst();
  }

  /** Whether the node starts a pipeline: it has no input. */
  public boolean isSource() {
    return inputs.isEmpty();
  }
}
