package math;

import dev.graft.annotation.GraftGenerated;
import dev.graft.descriptor.Implementation;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.NodeDescriptor;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.PortDescriptor;
import dev.graft.descriptor.Purity;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.descriptor.ValueType;
import dev.graft.node.Emitter;
import dev.graft.node.NodeContext;
import dev.graft.params.ParamReader;
import dev.graft.registry.NodeFactory;
import dev.graft.registry.NodeInstance;
import dev.graft.value.Decode;
import dev.graft.value.Encode;
import dev.graft.value.ValueException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** Makes instances of {@link CalculatorNode}. */
@Generated("dev.graft.processor.NodeProcessor")
@GraftGenerated
public final class CalculatorNodeFactory implements NodeFactory {
  private static final ValueType.EnumOf OPERATION =
      new ValueType.EnumOf(
          List.of("add", "subtract", "multiply", "divide", "power", "modulo", "square"));

  /** What the node is. */
  public static final NodeDescriptor DESCRIPTOR =
      new NodeDescriptor(
          new NodeContract(
              "calculator",
              "1.0",
              "Applies one arithmetic operation to each number.",
              List.of(
                  ParamDescriptor.optional(
                      "operation", OPERATION, "add", "The operation to apply."),
                  ParamDescriptor.optional(
                      "operand",
                      ValueType.Scalar.NUMBER,
                      0L,
                      "The right-hand operand; square ignores it.")),
              List.of(PortDescriptor.in(ValueType.Scalar.NUMBER)),
              List.of(PortDescriptor.out(ValueType.Scalar.NUMBER)),
              StateDescriptor.NONE,
              Purity.PURE),
          Implementation.java("math.CalculatorNode"));

  /** A factory; all of them are alike. */
  public CalculatorNodeFactory() {}

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public NodeInstance create(ParamReader params) {
    CalculatorNode.Operation operation =
        params.read("operation", CalculatorNodeFactory::decodeOperation);
    Number operand = params.read("operand", Decode::number);
    CalculatorNode.Params values =
        params.finish(() -> new CalculatorNode.Params(operation, operand));
    return new Instance(new CalculatorNode(values));
  }

  private static CalculatorNode.Operation decodeOperation(@Nullable Object from) {
    return switch (Decode.choice(from, OPERATION)) {
      case "add" -> CalculatorNode.Operation.ADD;
      case "subtract" -> CalculatorNode.Operation.SUBTRACT;
      case "multiply" -> CalculatorNode.Operation.MULTIPLY;
      case "divide" -> CalculatorNode.Operation.DIVIDE;
      case "power" -> CalculatorNode.Operation.POWER;
      case "modulo" -> CalculatorNode.Operation.MODULO;
      case "square" -> CalculatorNode.Operation.SQUARE;
      default -> throw Decode.notOneOf(from, OPERATION);
    };
  }

  private static final class Instance implements NodeInstance {
    private static final ValueType.RecordOf STATE = Decode.stateType(DESCRIPTOR.contract().state());

    private final CalculatorNode node;

    Instance(CalculatorNode node) {
      this.node = node;
    }

    @Override
    public void open(NodeContext context) {
      node.open(context);
    }

    @Override
    public void process(@Nullable Object item, Emitter<@Nullable Object> out) {
      Number input;
      try {
        input = Decode.number(item);
      } catch (ValueException e) {
        throw e.in("in");
      }
      node.process(input, output -> out.emit(encode(output)));
    }

    @Override
    public void flush(Emitter<@Nullable Object> out) {
      node.flush(output -> out.emit(encode(output)));
    }

    @Override
    public Map<String, @Nullable Object> snapshot() {
      return new LinkedHashMap<>();
    }

    @Override
    public void restore(Map<String, ? extends @Nullable Object> state) {
      try {
        Decode.record(state, STATE);
      } catch (ValueException e) {
        throw e.in("state");
      }
    }

    @Override
    public void close() {
      node.close();
    }

    private static @Nullable Object encode(@Nullable Number output) {
      if (output == null) {
        return null;
      }
      try {
        return Encode.number(output);
      } catch (ValueException e) {
        throw e.in("out");
      }
    }
  }
}
