package audio;

import dev.graft.annotation.GraftGenerated;
import dev.graft.descriptor.Implementation;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.NodeDescriptor;
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
import dev.graft.value.ValueException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** Makes instances of {@link GainNode}. */
@Generated("dev.graft.processor.NodeProcessor")
@GraftGenerated
public final class GainNodeFactory implements NodeFactory {
  /** What the node is. */
  public static final NodeDescriptor DESCRIPTOR =
      new NodeDescriptor(
          new NodeContract(
              "gain",
              "1.1",
              "Multiplies.",
              List.of(),
              List.of(PortDescriptor.in(ValueType.Scalar.FLOAT)),
              List.of(PortDescriptor.out(ValueType.Scalar.FLOAT)),
              StateDescriptor.NONE,
              Purity.UNDECLARED),
          Implementation.deprecated(
              Implementation.java("audio.GainNode", "audio"), "It clips.", "soft-gain"));

  /** A factory; all of them are alike. */
  public GainNodeFactory() {}

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public NodeInstance create(ParamReader params) {
    params.finish();
    return new Instance(new GainNode());
  }

  private static final class Instance implements NodeInstance {
    private static final ValueType.RecordOf STATE = Decode.stateType(DESCRIPTOR.contract().state());

    private final GainNode node;

    Instance(GainNode node) {
      this.node = node;
    }

    @Override
    public void open(NodeContext context) {
      node.open(context);
    }

    @Override
    public void process(@Nullable Object item, Emitter<@Nullable Object> out) {
      Double input;
      try {
        input = Decode.float64(item);
      } catch (ValueException e) {
        throw e.in("in");
      }
      node.process(input, out);
    }

    @Override
    public void flush(Emitter<@Nullable Object> out) {
      node.flush(out);
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
  }
}
