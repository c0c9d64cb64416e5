package audio;

import dev.graft.annotation.GraftGenerated;
import dev.graft.descriptor.Constraint;
import dev.graft.descriptor.Implementation;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.NodeDescriptor;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.PortDescriptor;
import dev.graft.descriptor.Purity;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.descriptor.ValueType;
import dev.graft.node.Emitter;
import dev.graft.node.ErrorKind;
import dev.graft.node.NodeContext;
import dev.graft.node.NodeException;
import dev.graft.params.ParamReader;
import dev.graft.registry.NodeFactory;
import dev.graft.registry.NodeInstance;
import dev.graft.value.Decode;
import dev.graft.value.ValueException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** Makes instances of {@link ToneNode}. */
@Generated("dev.graft.processor.NodeProcessor")
@GraftGenerated
public final class ToneNodeFactory implements NodeFactory {
  /** What the node is. */
  public static final NodeDescriptor DESCRIPTOR =
      new NodeDescriptor(
          new NodeContract(
              "tone",
              "1.0",
              "Emits the samples of a tone.",
              List.of(
                  ParamDescriptor.required(
                      "samples", ValueType.Scalar.INT, "How many samples.", new Constraint.Min(0L)),
                  new ParamDescriptor(
                      "frequency",
                      ValueType.Scalar.FLOAT,
                      false,
                      440.0,
                      "The pitch.",
                      Optional.of("Hz"),
                      false,
                      List.of(new Constraint.Min(1L), new Constraint.Max(20000.0)))),
              List.of(),
              List.of(PortDescriptor.out(ValueType.Scalar.FLOAT)),
              StateDescriptor.NONE,
              Purity.UNDECLARED),
          Implementation.java("audio.ToneNode"));

  /** A factory; all of them are alike. */
  public ToneNodeFactory() {}

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public NodeInstance create(ParamReader params) {
    Long samples = params.read("samples", Decode::int64);
    Double frequency = params.read("frequency", Decode::float64);
    ToneNode.Params values = params.finish(() -> new ToneNode.Params(samples, frequency));
    return new Instance(new ToneNode(values));
  }

  private static final class Instance implements NodeInstance {
    private static final ValueType.RecordOf STATE = Decode.stateType(DESCRIPTOR.contract().state());

    private final ToneNode node;

    Instance(ToneNode node) {
      this.node = node;
    }

    @Override
    public void open(NodeContext context) {
      node.open(context);
    }

    @Override
    public void process(@Nullable Object item, Emitter<@Nullable Object> out) {
      throw new NodeException(ErrorKind.STATE, "node \"tone\" is a source and takes no items");
    }

    @Override
    public void flush(Emitter<@Nullable Object> out) {
      node.produce(out);
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
