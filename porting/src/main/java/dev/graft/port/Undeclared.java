package dev.graft.port;

import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.NodeDescriptor;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.ValueType;
import java.math.BigInteger;

/**
 * What a class without the decorator leaves open, and a Java node has to say: the version, what
 * parameters are for, and their types, which the defaults show.
 */
final class Undeclared {
  private static final String DOC = "What it is for is to be written.";

  private Undeclared() {}

  static NodeDescriptor complete(NodeDescriptor descriptor) {
    if (descriptor.implementation().strict()) {
      return descriptor;
    }
    NodeContract said = descriptor.contract();
    return new NodeDescriptor(
        new NodeContract(
            said.id(),
            said.version().contains(".") ? said.version() : "1.0",
            said.summary().isBlank() ? "What it does is to be written." : said.summary(),
            said.params().stream().map(Undeclared::complete).toList(),
            said.inputs(),
            said.outputs(),
            said.state(),
            said.purity()),
        descriptor.implementation());
  }

  private static ParamDescriptor complete(ParamDescriptor param) {
    return new ParamDescriptor(
        param.name(),
        param.type() == ValueType.Scalar.ANY ? typeOf(param) : param.type(),
        param.required(),
        param.defaultValue(),
        param.doc().isBlank() ? DOC : param.doc(),
        param.unit(),
        param.sensitive(),
        param.constraints());
  }

  private static ValueType typeOf(ParamDescriptor param) {
    return switch (param.defaultValue()) {
      case null ->
          param.required() ? ValueType.Scalar.ANY : new ValueType.OptionalOf(ValueType.Scalar.STR);
      case Boolean _ -> ValueType.Scalar.BOOL;
      case Long _ -> ValueType.Scalar.INT;
      case BigInteger _ -> ValueType.Scalar.INT;
      case Double _ -> ValueType.Scalar.NUMBER;
      case String _ -> ValueType.Scalar.STR;
      default -> ValueType.Scalar.ANY;
    };
  }
}
