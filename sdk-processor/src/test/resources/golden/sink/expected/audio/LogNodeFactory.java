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
import dev.graft.node.NodeContext;
import dev.graft.params.ParamReader;
import dev.graft.registry.NodeFactory;
import dev.graft.registry.NodeInstance;
import dev.graft.value.Codec;
import dev.graft.value.Codecs;
import dev.graft.value.ValueException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** Makes instances of {@link LogNode}. */
@Generated("dev.graft.processor.NodeProcessor")
@GraftGenerated
public final class LogNodeFactory implements NodeFactory {
  /** What the node is. */
  public static final NodeDescriptor DESCRIPTOR =
      new NodeDescriptor(
          new NodeContract(
              "log",
              "2.1",
              "Writes texts down, \"as they are\".",
              List.of(
                  new ParamDescriptor(
                      "password",
                      ValueType.Scalar.STR,
                      true,
                      null,
                      "The password.",
                      Optional.empty(),
                      true,
                      List.of(new Constraint.Pattern("[a-z]{3,}"))),
                  ParamDescriptor.optional(
                      "prefix",
                      ValueType.Scalar.STR,
                      "a \"quoted\" \\ one: \u00e9.",
                      "The prefix.")),
              List.of(
                  PortDescriptor.in(
                      new ValueType.DictOf(ValueType.Scalar.STR, ValueType.Scalar.INT))),
              List.of(),
              StateDescriptor.instance(new StateDescriptor.Field("written", ValueType.Scalar.INT)),
              Purity.EFFECTS),
          Implementation.java("audio.LogNode"));

  private static final Codec<String> STR = Codecs.str();

  private static final Codec<Long> INT64 = Codecs.int64();

  private static final Codec<Map<String, Long>> DICT_OF_STR_TO_INT64 = Codecs.dict(STR, INT64);

  private static final Codec<Integer> INT32 = Codecs.int32();

  /** A factory; all of them are alike. */
  public LogNodeFactory() {}

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public NodeInstance create(ParamReader params) {
    String password = params.read("password", STR);
    String prefix = params.read("prefix", STR);
    LogNode.Params values = params.finish(() -> new LogNode.Params(password, prefix));
    return new Instance(new LogNode(values));
  }

  private static final class Instance implements NodeInstance {
    private static final ValueType.RecordOf STATE =
        new ValueType.RecordOf(
            List.of(new ValueType.RecordOf.Field("written", ValueType.Scalar.INT)));

    private static final VarHandle WRITTEN_FIELD;

    static {
      try {
        MethodHandles.Lookup lookup =
            MethodHandles.privateLookupIn(LogNode.class, MethodHandles.lookup());
        WRITTEN_FIELD = lookup.findVarHandle(LogNode.class, "written", int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    private final LogNode node;

    Instance(LogNode node) {
      this.node = node;
    }

    @Override
    public void open(NodeContext context) {
      node.open(context);
    }

    @Override
    public void process(@Nullable Object item, Emitter<@Nullable Object> out) {
      Map<String, Long> input;
      try {
        input = DICT_OF_STR_TO_INT64.decode(item);
      } catch (ValueException e) {
        throw e.in("in");
      }
      node.accept(input);
    }

    @Override
    public void flush(Emitter<@Nullable Object> out) {
      node.flush();
    }

    @Override
    public Map<String, @Nullable Object> snapshot() {
      Map<String, @Nullable Object> state = new LinkedHashMap<>();
      try {
        int written = (int) WRITTEN_FIELD.get(node);
        state.put("written", Codecs.entry("written", written, INT32));
      } catch (ValueException e) {
        throw e.in("state");
      }
      return state;
    }

    @Override
    public void restore(Map<String, ? extends @Nullable Object> state) {
      try {
        Map<?, ?> dict = Codecs.dictFor(STATE, state);
        int written = Codecs.field(dict, "written", INT32);
        WRITTEN_FIELD.set(node, written);
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
