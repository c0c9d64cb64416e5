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
import dev.graft.value.Decode;
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
  private static final ValueType.DictOf DICT_OF_STR_TO_INT64 =
      new ValueType.DictOf(ValueType.Scalar.STR, ValueType.Scalar.INT);

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
              List.of(PortDescriptor.in(DICT_OF_STR_TO_INT64)),
              List.of(),
              StateDescriptor.instance(new StateDescriptor.Field("written", ValueType.Scalar.INT)),
              Purity.EFFECTS),
          Implementation.java("audio.LogNode"));

  /** A factory; all of them are alike. */
  public LogNodeFactory() {}

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public NodeInstance create(ParamReader params) {
    String password = params.read("password", Decode::str);
    String prefix = params.read("prefix", Decode::str);
    LogNode.Params values = params.finish(() -> new LogNode.Params(password, prefix));
    return new Instance(new LogNode(values));
  }

  private static Map<String, Long> decodeDictOfStrToInt64(@Nullable Object from) {
    Map<?, ?> dict = Decode.dict(from, DICT_OF_STR_TO_INT64);
    Map<String, Long> result = new LinkedHashMap<>(2 * dict.size());
    for (Map.Entry<?, ?> entry : dict.entrySet()) {
      try {
        result.put(Decode.str(entry.getKey()), Decode.int64(entry.getValue()));
      } catch (ValueException e) {
        throw e.atKey(entry.getKey());
      }
    }
    return result;
  }

  private static final class Instance implements NodeInstance {
    private static final ValueType.RecordOf STATE = Decode.stateType(DESCRIPTOR.contract().state());

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
        input = decodeDictOfStrToInt64(item);
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
      state.put("written", (long) (int) WRITTEN_FIELD.get(node));
      return state;
    }

    @Override
    public void restore(Map<String, ? extends @Nullable Object> state) {
      String at = "written";
      try {
        Decode.record(state, STATE);
        int written = Decode.int32(state.get(at));
        WRITTEN_FIELD.set(node, written);
      } catch (ValueException e) {
        throw Decode.inRecord(e, at, state, STATE).in("state");
      }
    }

    @Override
    public void close() {
      node.close();
    }
  }
}
