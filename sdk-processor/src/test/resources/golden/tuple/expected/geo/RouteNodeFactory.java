package geo;

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
import dev.graft.value.Encode;
import dev.graft.value.Tuple;
import dev.graft.value.ValueException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** Makes instances of {@link RouteNode}. */
@Generated("dev.graft.processor.NodeProcessor")
@GraftGenerated
public final class RouteNodeFactory implements NodeFactory {
  private static final ValueType.TupleOf POINT =
      new ValueType.TupleOf(List.of(ValueType.Scalar.FLOAT, ValueType.Scalar.FLOAT));

  private static final ValueType.ListOf LIST_OF_POINT = new ValueType.ListOf(POINT);

  private static final ValueType.TupleOf NOTHING = new ValueType.TupleOf(List.of());

  private static final ValueType.TupleOf ROUTE =
      new ValueType.TupleOf(
          List.of(ValueType.Scalar.STR, LIST_OF_POINT, NOTHING, ValueType.Scalar.ANY));

  private static final ValueType.DictOf DICT_OF_POINT_TO_INT32 =
      new ValueType.DictOf(POINT, ValueType.Scalar.INT);

  private static final ValueType.TupleOf CELL =
      new ValueType.TupleOf(List.of(ValueType.Scalar.INT, ValueType.Scalar.STR));

  private static final ValueType.EnumOf KIND = new ValueType.EnumOf(List.of("start", "end"));

  private static final ValueType.TupleOf STOP =
      new ValueType.TupleOf(List.of(KIND, new ValueType.OptionalOf(CELL)));

  private static final ValueType.SetOf SET_OF_STOP = new ValueType.SetOf(STOP, false);

  private static final ValueType.DictOf DICT_OF_CELL_TO_SET_OF_STOP =
      new ValueType.DictOf(CELL, SET_OF_STOP);

  /** What the node is. */
  public static final NodeDescriptor DESCRIPTOR =
      new NodeDescriptor(
          new NodeContract(
              "route",
              "1.0",
              "Passes routes on.",
              List.of(),
              List.of(PortDescriptor.in(ROUTE)),
              List.of(PortDescriptor.out(ROUTE)),
              StateDescriptor.keyed(
                  new StateDescriptor.Field("visits", DICT_OF_POINT_TO_INT32),
                  new StateDescriptor.Field("stops", DICT_OF_CELL_TO_SET_OF_STOP)),
              Purity.UNDECLARED),
          Implementation.java("geo.RouteNode"));

  /** A factory; all of them are alike. */
  public RouteNodeFactory() {}

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public NodeInstance create(ParamReader params) {
    params.finish();
    return new Instance(new RouteNode());
  }

  private static RouteNode.Route decodeRoute(@Nullable Object from) {
    Tuple tuple = Decode.tuple(from, ROUTE);
    int at = 0;
    try {
      String tuple_ = Decode.str(tuple.get(at));
      at = 1;
      List<RouteNode.Point> points = decodeListOfPoint(tuple.get(at));
      at = 2;
      RouteNode.Nothing at_ = decodeNothing(tuple.get(at));
      at = 3;
      @Nullable Object rest = tuple.get(at);
      return new RouteNode.Route(tuple_, points, at_, rest);
    } catch (ValueException e) {
      throw e.atItem(at);
    }
  }

  private static List<RouteNode.Point> decodeListOfPoint(@Nullable Object from) {
    List<?> items = Decode.list(from, LIST_OF_POINT);
    List<RouteNode.Point> result = new ArrayList<>(items.size());
    try {
      for (Object item : items) {
        result.add(decodePoint(item));
      }
    } catch (ValueException e) {
      throw e.atItem(result.size());
    }
    return result;
  }

  private static RouteNode.Point decodePoint(@Nullable Object from) {
    Tuple tuple = Decode.tuple(from, POINT);
    int at = 0;
    try {
      double x = Decode.float64(tuple.get(at));
      at = 1;
      double y = Decode.float64(tuple.get(at));
      return new RouteNode.Point(x, y);
    } catch (ValueException e) {
      throw e.atItem(at);
    }
  }

  private static RouteNode.Nothing decodeNothing(@Nullable Object from) {
    Decode.tuple(from, NOTHING);
    return new RouteNode.Nothing();
  }

  private static Object encodeDictOfPointToInt32(Map<RouteNode.Point, Integer> value) {
    Encode.present(value, DICT_OF_POINT_TO_INT32);
    Map<@Nullable Object, @Nullable Object> dict = new LinkedHashMap<>(2 * value.size());
    for (Map.Entry<RouteNode.Point, Integer> entry : value.entrySet()) {
      try {
        dict.put(encodePoint(entry.getKey()), Encode.int32(entry.getValue()));
      } catch (ValueException e) {
        throw e.atKey(entry.getKey());
      }
    }
    return Encode.distinct(dict, value.size());
  }

  private static Tuple encodePoint(RouteNode.Point value) {
    Encode.present(value, POINT);
    return Tuple.of(value.x(), value.y());
  }

  private static Object encodeDictOfCellToSetOfStop(
      Map<RouteNode.Cell, Set<RouteNode.Stop>> value) {
    Encode.present(value, DICT_OF_CELL_TO_SET_OF_STOP);
    Map<@Nullable Object, @Nullable Object> dict = new LinkedHashMap<>(2 * value.size());
    for (Map.Entry<RouteNode.Cell, Set<RouteNode.Stop>> entry : value.entrySet()) {
      try {
        dict.put(encodeCell(entry.getKey()), encodeSetOfStop(entry.getValue()));
      } catch (ValueException e) {
        throw e.atKey(entry.getKey());
      }
    }
    return dict;
  }

  private static Tuple encodeCell(RouteNode.Cell value) {
    Encode.present(value, CELL);
    @Nullable Object[] items = new Object[2];
    int at = 0;
    try {
      items[at] = (long) value.column();
      at = 1;
      items[at] = Encode.str(value.row());
    } catch (ValueException e) {
      throw e.atItem(at);
    }
    return Tuple.of(items);
  }

  private static Object encodeSetOfStop(Set<RouteNode.Stop> value) {
    Encode.present(value, SET_OF_STOP);
    Set<@Nullable Object> items = new LinkedHashSet<>(2 * value.size());
    try {
      for (RouteNode.Stop item : value) {
        items.add(encodeStop(item));
      }
    } catch (ValueException e) {
      throw e.atItem(items.size());
    }
    return items;
  }

  private static Tuple encodeStop(RouteNode.Stop value) {
    Encode.present(value, STOP);
    @Nullable Object[] items = new Object[2];
    int at = 0;
    try {
      items[at] = encodeKind(value.kind());
      at = 1;
      items[at] = encodeOptionalCell(value.cell());
    } catch (ValueException e) {
      throw e.atItem(at);
    }
    return Tuple.of(items);
  }

  private static String encodeKind(RouteNode.Kind value) {
    Encode.present(value, KIND);
    return switch (value) {
      case START -> "start";
      case END -> "end";
    };
  }

  private static @Nullable Object encodeOptionalCell(Optional<RouteNode.Cell> value) {
    Encode.present(value);
    return value.isPresent() ? encodeCell(value.get()) : null;
  }

  private static Map<RouteNode.Point, Integer> decodeDictOfPointToInt32(@Nullable Object from) {
    Map<?, ?> dict = Decode.dict(from, DICT_OF_POINT_TO_INT32);
    Map<RouteNode.Point, Integer> result = new LinkedHashMap<>(2 * dict.size());
    for (Map.Entry<?, ?> entry : dict.entrySet()) {
      try {
        result.put(decodePoint(entry.getKey()), Decode.int32(entry.getValue()));
      } catch (ValueException e) {
        throw e.atKey(entry.getKey());
      }
    }
    return result;
  }

  private static Map<RouteNode.Cell, Set<RouteNode.Stop>> decodeDictOfCellToSetOfStop(
      @Nullable Object from) {
    Map<?, ?> dict = Decode.dict(from, DICT_OF_CELL_TO_SET_OF_STOP);
    Map<RouteNode.Cell, Set<RouteNode.Stop>> result = new LinkedHashMap<>(2 * dict.size());
    for (Map.Entry<?, ?> entry : dict.entrySet()) {
      try {
        result.put(decodeCell(entry.getKey()), decodeSetOfStop(entry.getValue()));
      } catch (ValueException e) {
        throw e.atKey(entry.getKey());
      }
    }
    return result;
  }

  private static RouteNode.Cell decodeCell(@Nullable Object from) {
    Tuple tuple = Decode.tuple(from, CELL);
    int at = 0;
    try {
      int column = Decode.int32(tuple.get(at));
      at = 1;
      String row = Decode.str(tuple.get(at));
      return new RouteNode.Cell(column, row);
    } catch (ValueException e) {
      throw e.atItem(at);
    }
  }

  private static Set<RouteNode.Stop> decodeSetOfStop(@Nullable Object from) {
    Set<?> items = Decode.set(from, SET_OF_STOP);
    Set<RouteNode.Stop> result = new LinkedHashSet<>(2 * items.size());
    try {
      for (Object item : items) {
        result.add(decodeStop(item));
      }
    } catch (ValueException e) {
      throw e.atItem(result.size());
    }
    return result;
  }

  private static RouteNode.Stop decodeStop(@Nullable Object from) {
    Tuple tuple = Decode.tuple(from, STOP);
    int at = 0;
    try {
      RouteNode.Kind kind = decodeKind(tuple.get(at));
      at = 1;
      Optional<RouteNode.Cell> cell = decodeOptionalCell(tuple.get(at));
      return new RouteNode.Stop(kind, cell);
    } catch (ValueException e) {
      throw e.atItem(at);
    }
  }

  private static RouteNode.Kind decodeKind(@Nullable Object from) {
    return switch (Decode.choice(from, KIND)) {
      case "start" -> RouteNode.Kind.START;
      case "end" -> RouteNode.Kind.END;
      default -> throw Decode.notOneOf(from, KIND);
    };
  }

  private static Optional<RouteNode.Cell> decodeOptionalCell(@Nullable Object from) {
    return from == null ? Optional.empty() : Optional.of(decodeCell(from));
  }

  private static Tuple encodeRoute(RouteNode.Route value) {
    Encode.present(value, ROUTE);
    @Nullable Object[] items = new Object[4];
    int at = 0;
    try {
      items[at] = Encode.str(value.tuple());
      at = 1;
      items[at] = encodeListOfPoint(value.points());
      at = 2;
      items[at] = encodeNothing(value.at());
      at = 3;
      items[at] = Encode.any(value.rest());
    } catch (ValueException e) {
      throw e.atItem(at);
    }
    return Tuple.of(items);
  }

  private static Object encodeListOfPoint(List<RouteNode.Point> value) {
    Encode.present(value, LIST_OF_POINT);
    List<@Nullable Object> items = new ArrayList<>(value.size());
    try {
      for (RouteNode.Point item : value) {
        items.add(encodePoint(item));
      }
    } catch (ValueException e) {
      throw e.atItem(items.size());
    }
    return items;
  }

  private static Tuple encodeNothing(RouteNode.Nothing value) {
    Encode.present(value, NOTHING);
    return Tuple.of();
  }

  private static final class Instance implements NodeInstance {
    private static final ValueType.RecordOf STATE = Decode.stateType(DESCRIPTOR.contract().state());

    private static final VarHandle VISITS_FIELD;

    private static final VarHandle STOPS_FIELD;

    static {
      try {
        MethodHandles.Lookup lookup =
            MethodHandles.privateLookupIn(RouteNode.class, MethodHandles.lookup());
        VISITS_FIELD = lookup.findVarHandle(RouteNode.class, "visits", Map.class);
        STOPS_FIELD = lookup.findVarHandle(RouteNode.class, "stops", Map.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    private final RouteNode node;

    Instance(RouteNode node) {
      this.node = node;
    }

    @Override
    public void open(NodeContext context) {
      node.open(context);
    }

    @Override
    public void process(@Nullable Object item, Emitter<@Nullable Object> out) {
      RouteNode.Route input;
      try {
        input = decodeRoute(item);
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
      Map<String, @Nullable Object> state = new LinkedHashMap<>();
      String at = "visits";
      try {
        @SuppressWarnings("unchecked") // the field's own type
        Map<RouteNode.Point, Integer> visits =
            (Map<RouteNode.Point, Integer>) VISITS_FIELD.get(node);
        state.put(at, encodeDictOfPointToInt32(visits));
        at = "stops";
        @SuppressWarnings("unchecked") // the field's own type
        Map<RouteNode.Cell, Set<RouteNode.Stop>> stops =
            (Map<RouteNode.Cell, Set<RouteNode.Stop>>) STOPS_FIELD.get(node);
        state.put(at, encodeDictOfCellToSetOfStop(stops));
      } catch (ValueException e) {
        throw e.atKey(at).in("state");
      }
      return state;
    }

    @Override
    public void restore(Map<String, ? extends @Nullable Object> state) {
      String at = "visits";
      try {
        Decode.record(state, STATE);
        Map<RouteNode.Point, Integer> visits = decodeDictOfPointToInt32(state.get(at));
        at = "stops";
        Map<RouteNode.Cell, Set<RouteNode.Stop>> stops = decodeDictOfCellToSetOfStop(state.get(at));
        VISITS_FIELD.set(node, visits);
        STOPS_FIELD.set(node, stops);
      } catch (ValueException e) {
        throw Decode.inRecord(e, at, state, STATE).in("state");
      }
    }

    @Override
    public void close() {
      node.close();
    }

    private static @Nullable Object encode(RouteNode.@Nullable Route output) {
      if (output == null) {
        return null;
      }
      try {
        return encodeRoute(output);
      } catch (ValueException e) {
        throw e.in("out");
      }
    }
  }
}
