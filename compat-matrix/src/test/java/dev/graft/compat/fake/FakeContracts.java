package dev.graft.compat.fake;

import dev.graft.descriptor.Constraint;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.PortDescriptor;
import dev.graft.descriptor.Purity;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.descriptor.ValueType;
import java.util.List;

/** Contracts of the nodes that the mutants are made of. */
public final class FakeContracts {
  private static final ValueType ANY = ValueType.Scalar.ANY;

  private FakeContracts() {}

  public static final NodeContract PASS_THROUGH =
      contract("pass-through", List.of(), StateDescriptor.NONE);

  public static final NodeContract REVERSE = contract("reverse", List.of(), StateDescriptor.NONE);

  public static final NodeContract COUNTER =
      contract(
          "counter",
          List.of(
              ParamDescriptor.optional("initial_count", ValueType.Scalar.INT, 0L, "The start.")),
          StateDescriptor.keyed(new StateDescriptor.Field("count", ValueType.Scalar.INT)));

  public static final NodeContract BUFFER = buffer(10L);

  public static final NodeContract CALCULATOR =
      contract(
          "calculator",
          List.of(
              ParamDescriptor.optional(
                  "operation",
                  new ValueType.EnumOf(
                      List.of(
                          "add", "subtract", "multiply", "divide", "power", "modulo", "square")),
                  "add",
                  "What to do."),
              ParamDescriptor.optional(
                  "operand", ValueType.Scalar.NUMBER, 0L, "The right-hand operand.")),
          StateDescriptor.NONE);

  public static NodeContract buffer(long size) {
    return contract(
        "buffer",
        List.of(
            ParamDescriptor.optional(
                "size", ValueType.Scalar.INT, size, "How many.", new Constraint.Min(1L))),
        StateDescriptor.keyed(new StateDescriptor.Field("items", new ValueType.ListOf(ANY))));
  }

  private static NodeContract contract(
      String id, List<ParamDescriptor> params, StateDescriptor state) {
    return new NodeContract(
        id,
        "1.0",
        "A fake.",
        params,
        List.of(PortDescriptor.in(ANY)),
        List.of(PortDescriptor.out(ANY)),
        state,
        Purity.PURE);
  }
}
