package geo;

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
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** Makes instances of {@link DrawNode}. */
@Generated("dev.graft.processor.NodeProcessor")
@GraftGenerated
public final class DrawNodeFactory implements NodeFactory {
  private static final ValueType.RecordOf INK = new ValueType.RecordOf(List.of());

  private static final ValueType.UnionOf PEN =
      new ValueType.UnionOf("type", List.of(new ValueType.UnionOf.Variant("ink", INK)));

  private static final ValueType.RecordOf CIRCLE =
      new ValueType.RecordOf(
          List.of(new ValueType.RecordOf.Field("radius", ValueType.Scalar.FLOAT)));

  private static final ValueType.RecordOf UNIT_SQUARE = new ValueType.RecordOf(List.of());

  private static final ValueType.RecordOf LINE =
      new ValueType.RecordOf(
          List.of(
              new ValueType.RecordOf.Field("length", ValueType.Scalar.INT),
              new ValueType.RecordOf.Field(
                  "label", new ValueType.OptionalOf(ValueType.Scalar.STR))));

  private static final ValueType.UnionOf STRAIGHT =
      new ValueType.UnionOf(
          "type",
          List.of(
              new ValueType.UnionOf.Variant("unit_square", UNIT_SQUARE),
              new ValueType.UnionOf.Variant("line", LINE)));

  private static final ValueType.ListOf LIST_OF_STRAIGHT = new ValueType.ListOf(STRAIGHT);

  private static final ValueType.RecordOf GROUP =
      new ValueType.RecordOf(List.of(new ValueType.RecordOf.Field("parts", LIST_OF_STRAIGHT)));

  private static final ValueType.UnionOf SHAPE =
      new ValueType.UnionOf(
          "type",
          List.of(
              new ValueType.UnionOf.Variant("circle", CIRCLE),
              new ValueType.UnionOf.Variant("unit_square", UNIT_SQUARE),
              new ValueType.UnionOf.Variant("line", LINE),
              new ValueType.UnionOf.Variant("group", GROUP)));

  private static final ValueType.ListOf LIST_OF_SHAPE = new ValueType.ListOf(SHAPE);

  private static final ValueType.RecordOf PEN_INK = Decode.tagged(PEN, "ink");

  private static final ValueType.RecordOf SHAPE_CIRCLE = Decode.tagged(SHAPE, "circle");

  private static final ValueType.RecordOf SHAPE_UNIT_SQUARE = Decode.tagged(SHAPE, "unit_square");

  private static final ValueType.RecordOf SHAPE_LINE = Decode.tagged(SHAPE, "line");

  private static final ValueType.RecordOf SHAPE_GROUP = Decode.tagged(SHAPE, "group");

  private static final ValueType.RecordOf STRAIGHT_UNIT_SQUARE =
      Decode.tagged(STRAIGHT, "unit_square");

  private static final ValueType.RecordOf STRAIGHT_LINE = Decode.tagged(STRAIGHT, "line");

  /** What the node is. */
  public static final NodeDescriptor DESCRIPTOR =
      new NodeDescriptor(
          new NodeContract(
              "draw",
              "1.0",
              "Passes shapes on.",
              List.of(
                  ParamDescriptor.optional(
                      "pen", new ValueType.OptionalOf(PEN), null, "What to draw with.")),
              List.of(PortDescriptor.in(SHAPE)),
              List.of(PortDescriptor.out(SHAPE)),
              StateDescriptor.keyed(
                  new StateDescriptor.Field("shapes", LIST_OF_SHAPE),
                  new StateDescriptor.Field("pen", PEN),
                  new StateDescriptor.Field("last", new ValueType.OptionalOf(CIRCLE))),
              Purity.UNDECLARED),
          Implementation.java("geo.DrawNode"));

  /** A factory; all of them are alike. */
  public DrawNodeFactory() {}

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public NodeInstance create(ParamReader params) {
    Optional<DrawNode.Pen> pen = params.read("pen", DrawNodeFactory::decodeOptionalPen);
    DrawNode.Params values = params.finish(() -> new DrawNode.Params(pen));
    return new Instance(new DrawNode(values));
  }

  private static Optional<DrawNode.Pen> decodeOptionalPen(@Nullable Object from) {
    return from == null ? Optional.empty() : Optional.of(decodePen(from));
  }

  private static DrawNode.Pen decodePen(@Nullable Object from) {
    return switch (Decode.tag(from, PEN)) {
      case "ink" -> decodePenInk(from);
      default -> throw Decode.noVariant(from, PEN);
    };
  }

  private static DrawNode.Ink decodePenInk(@Nullable Object from) {
    Decode.record(from, PEN_INK);
    return new DrawNode.Ink();
  }

  private static DrawNode.Shape decodeShape(@Nullable Object from) {
    return switch (Decode.tag(from, SHAPE)) {
      case "circle" -> decodeShapeCircle(from);
      case "unit_square" -> decodeShapeUnitSquare(from);
      case "line" -> decodeShapeLine(from);
      case "group" -> decodeShapeGroup(from);
      default -> throw Decode.noVariant(from, SHAPE);
    };
  }

  private static DrawNode.Circle decodeShapeCircle(@Nullable Object from) {
    Map<?, ?> dict = Decode.record(from, SHAPE_CIRCLE);
    String at = "radius";
    try {
      double radius = Decode.float64(dict.get(at));
      return new DrawNode.Circle(radius);
    } catch (ValueException e) {
      throw Decode.inRecord(e, at, dict, SHAPE_CIRCLE);
    }
  }

  private static DrawNode.UnitSquare decodeShapeUnitSquare(@Nullable Object from) {
    Decode.record(from, SHAPE_UNIT_SQUARE);
    return new DrawNode.UnitSquare();
  }

  private static DrawNode.Line decodeShapeLine(@Nullable Object from) {
    Map<?, ?> dict = Decode.record(from, SHAPE_LINE);
    String at = "length";
    try {
      int length = Decode.int32(dict.get(at));
      at = "label";
      Optional<String> label = decodeOptionalStr(Decode.optional(dict, at, SHAPE_LINE));
      return new DrawNode.Line(length, label);
    } catch (ValueException e) {
      throw Decode.inRecord(e, at, dict, SHAPE_LINE);
    }
  }

  private static Optional<String> decodeOptionalStr(@Nullable Object from) {
    return from == null ? Optional.empty() : Optional.of(Decode.str(from));
  }

  private static DrawNode.Group decodeShapeGroup(@Nullable Object from) {
    Map<?, ?> dict = Decode.record(from, SHAPE_GROUP);
    String at = "parts";
    try {
      List<DrawNode.Straight> parts = decodeListOfStraight(dict.get(at));
      return new DrawNode.Group(parts);
    } catch (ValueException e) {
      throw Decode.inRecord(e, at, dict, SHAPE_GROUP);
    }
  }

  private static List<DrawNode.Straight> decodeListOfStraight(@Nullable Object from) {
    List<?> items = Decode.list(from, LIST_OF_STRAIGHT);
    List<DrawNode.Straight> result = new ArrayList<>(items.size());
    try {
      for (Object item : items) {
        result.add(decodeStraight(item));
      }
    } catch (ValueException e) {
      throw e.atItem(result.size());
    }
    return result;
  }

  private static DrawNode.Straight decodeStraight(@Nullable Object from) {
    return switch (Decode.tag(from, STRAIGHT)) {
      case "unit_square" -> decodeStraightUnitSquare(from);
      case "line" -> decodeStraightLine(from);
      default -> throw Decode.noVariant(from, STRAIGHT);
    };
  }

  private static DrawNode.UnitSquare decodeStraightUnitSquare(@Nullable Object from) {
    Decode.record(from, STRAIGHT_UNIT_SQUARE);
    return new DrawNode.UnitSquare();
  }

  private static DrawNode.Line decodeStraightLine(@Nullable Object from) {
    Map<?, ?> dict = Decode.record(from, STRAIGHT_LINE);
    String at = "length";
    try {
      int length = Decode.int32(dict.get(at));
      at = "label";
      Optional<String> label = decodeOptionalStr(Decode.optional(dict, at, STRAIGHT_LINE));
      return new DrawNode.Line(length, label);
    } catch (ValueException e) {
      throw Decode.inRecord(e, at, dict, STRAIGHT_LINE);
    }
  }

  private static Object encodeListOfShape(List<DrawNode.Shape> value) {
    Encode.present(value, LIST_OF_SHAPE);
    List<@Nullable Object> items = new ArrayList<>(value.size());
    try {
      for (DrawNode.Shape item : value) {
        items.add(encodeShape(item));
      }
    } catch (ValueException e) {
      throw e.atItem(items.size());
    }
    return items;
  }

  private static Object encodeShape(DrawNode.Shape value) {
    Encode.present(value, SHAPE);
    if (value instanceof DrawNode.Circle variant) {
      return encodeShapeCircle(variant);
    }
    if (value instanceof DrawNode.UnitSquare variant) {
      return encodeShapeUnitSquare(variant);
    }
    if (value instanceof DrawNode.Line variant) {
      return encodeShapeLine(variant);
    }
    return encodeShapeGroup((DrawNode.Group) value);
  }

  private static Object encodeShapeCircle(DrawNode.Circle value) {
    Map<String, @Nullable Object> dict = new LinkedHashMap<>(4);
    dict.put("type", "circle");
    dict.put("radius", value.radius());
    return dict;
  }

  private static Object encodeShapeUnitSquare(DrawNode.UnitSquare value) {
    Map<String, @Nullable Object> dict = new LinkedHashMap<>(4);
    dict.put("type", "unit_square");
    return dict;
  }

  private static Object encodeShapeLine(DrawNode.Line value) {
    Map<String, @Nullable Object> dict = new LinkedHashMap<>(4);
    dict.put("type", "line");
    String at = "length";
    try {
      dict.put(at, (long) value.length());
      at = "label";
      dict.put(at, encodeOptionalStr(value.label()));
    } catch (ValueException e) {
      throw e.atKey(at);
    }
    return dict;
  }

  private static @Nullable Object encodeOptionalStr(Optional<String> value) {
    Encode.present(value);
    return value.isPresent() ? Encode.str(value.get()) : null;
  }

  private static Object encodeShapeGroup(DrawNode.Group value) {
    Map<String, @Nullable Object> dict = new LinkedHashMap<>(4);
    dict.put("type", "group");
    String at = "parts";
    try {
      dict.put(at, encodeListOfStraight(value.parts()));
    } catch (ValueException e) {
      throw e.atKey(at);
    }
    return dict;
  }

  private static Object encodeListOfStraight(List<DrawNode.Straight> value) {
    Encode.present(value, LIST_OF_STRAIGHT);
    List<@Nullable Object> items = new ArrayList<>(value.size());
    try {
      for (DrawNode.Straight item : value) {
        items.add(encodeStraight(item));
      }
    } catch (ValueException e) {
      throw e.atItem(items.size());
    }
    return items;
  }

  private static Object encodeStraight(DrawNode.Straight value) {
    Encode.present(value, STRAIGHT);
    if (value instanceof DrawNode.UnitSquare variant) {
      return encodeStraightUnitSquare(variant);
    }
    return encodeStraightLine((DrawNode.Line) value);
  }

  private static Object encodeStraightUnitSquare(DrawNode.UnitSquare value) {
    Map<String, @Nullable Object> dict = new LinkedHashMap<>(4);
    dict.put("type", "unit_square");
    return dict;
  }

  private static Object encodeStraightLine(DrawNode.Line value) {
    Map<String, @Nullable Object> dict = new LinkedHashMap<>(4);
    dict.put("type", "line");
    String at = "length";
    try {
      dict.put(at, (long) value.length());
      at = "label";
      dict.put(at, encodeOptionalStr(value.label()));
    } catch (ValueException e) {
      throw e.atKey(at);
    }
    return dict;
  }

  private static Object encodePen(DrawNode.Pen value) {
    Encode.present(value, PEN);
    return encodePenInk((DrawNode.Ink) value);
  }

  private static Object encodePenInk(DrawNode.Ink value) {
    Map<String, @Nullable Object> dict = new LinkedHashMap<>(4);
    dict.put("type", "ink");
    return dict;
  }

  private static @Nullable Object encodeOptionalCircle(Optional<DrawNode.Circle> value) {
    Encode.present(value);
    return value.isPresent() ? encodeCircle(value.get()) : null;
  }

  private static Object encodeCircle(DrawNode.Circle value) {
    Encode.present(value, CIRCLE);
    Map<String, @Nullable Object> dict = new LinkedHashMap<>(4);
    dict.put("radius", value.radius());
    return dict;
  }

  private static List<DrawNode.Shape> decodeListOfShape(@Nullable Object from) {
    List<?> items = Decode.list(from, LIST_OF_SHAPE);
    List<DrawNode.Shape> result = new ArrayList<>(items.size());
    try {
      for (Object item : items) {
        result.add(decodeShape(item));
      }
    } catch (ValueException e) {
      throw e.atItem(result.size());
    }
    return result;
  }

  private static Optional<DrawNode.Circle> decodeOptionalCircle(@Nullable Object from) {
    return from == null ? Optional.empty() : Optional.of(decodeCircle(from));
  }

  private static DrawNode.Circle decodeCircle(@Nullable Object from) {
    Map<?, ?> dict = Decode.record(from, CIRCLE);
    String at = "radius";
    try {
      double radius = Decode.float64(dict.get(at));
      return new DrawNode.Circle(radius);
    } catch (ValueException e) {
      throw Decode.inRecord(e, at, dict, CIRCLE);
    }
  }

  private static final class Instance implements NodeInstance {
    private static final ValueType.RecordOf STATE = Decode.stateType(DESCRIPTOR.contract().state());

    private static final VarHandle SHAPES_FIELD;

    private static final VarHandle PEN_FIELD;

    private static final VarHandle LAST_FIELD;

    static {
      try {
        MethodHandles.Lookup lookup =
            MethodHandles.privateLookupIn(DrawNode.class, MethodHandles.lookup());
        SHAPES_FIELD = lookup.findVarHandle(DrawNode.class, "shapes", List.class);
        PEN_FIELD = lookup.findVarHandle(DrawNode.class, "pen", DrawNode.Pen.class);
        LAST_FIELD = lookup.findVarHandle(DrawNode.class, "last", Optional.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    private final DrawNode node;

    Instance(DrawNode node) {
      this.node = node;
    }

    @Override
    public void open(NodeContext context) {
      node.open(context);
    }

    @Override
    public void process(@Nullable Object item, Emitter<@Nullable Object> out) {
      DrawNode.Shape input;
      try {
        input = decodeShape(item);
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
      String at = "shapes";
      try {
        @SuppressWarnings("unchecked") // the field's own type
        List<DrawNode.Shape> shapes = (List<DrawNode.Shape>) SHAPES_FIELD.get(node);
        state.put(at, encodeListOfShape(shapes));
        at = "pen";
        state.put(at, encodePen((DrawNode.Pen) PEN_FIELD.get(node)));
        at = "last";
        @SuppressWarnings("unchecked") // the field's own type
        Optional<DrawNode.Circle> last = (Optional<DrawNode.Circle>) LAST_FIELD.get(node);
        state.put(at, encodeOptionalCircle(last));
      } catch (ValueException e) {
        throw e.atKey(at).in("state");
      }
      return state;
    }

    @Override
    public void restore(Map<String, ? extends @Nullable Object> state) {
      String at = "shapes";
      try {
        Decode.record(state, STATE);
        List<DrawNode.Shape> shapes = decodeListOfShape(state.get(at));
        at = "pen";
        DrawNode.Pen pen = decodePen(state.get(at));
        at = "last";
        Optional<DrawNode.Circle> last = decodeOptionalCircle(Decode.optional(state, at, STATE));
        SHAPES_FIELD.set(node, shapes);
        PEN_FIELD.set(node, pen);
        LAST_FIELD.set(node, last);
      } catch (ValueException e) {
        throw Decode.inRecord(e, at, state, STATE).in("state");
      }
    }

    @Override
    public void close() {
      node.close();
    }

    private static @Nullable Object encode(DrawNode.@Nullable Shape output) {
      if (output == null) {
        return null;
      }
      try {
        return encodeShape(output);
      } catch (ValueException e) {
        throw e.in("out");
      }
    }
  }
}
