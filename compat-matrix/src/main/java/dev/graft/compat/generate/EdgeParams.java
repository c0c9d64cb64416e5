package dev.graft.compat.generate;

import dev.graft.descriptor.Constraint;
import dev.graft.descriptor.NodeDescriptor;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.ValueType;
import dev.graft.descriptor.ValueType.Scalar;
import dev.graft.params.InvalidParamsException;
import dev.graft.params.ParamReader;
import dev.graft.value.Values;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values of a parameter at the edge of what its contract allows, and one beyond each bound,
 * which must be refused.
 *
 * @param name of the parameter
 * @param allowed what must be taken
 * @param refused what must not
 */
record EdgeParams(String name, List<Edge> allowed, List<Edge> refused) {
  /** Rates in use: a filter between odd ones is huge. */
  private static final List<Long> RATES = List.of(8000L, 16_000L, 44_100L);

  /** The edges of a parameter. */
  static EdgeParams of(
      NodeDescriptor node, ParamDescriptor param, Map<String, @Nullable Object> required) {
    List<Edge> allowed = new ArrayList<>();
    List<Edge> refused = new ArrayList<>();
    for (Edge edge : distinct(edges(param))) {
      Map<String, @Nullable Object> given = new LinkedHashMap<>(required);
      given.put(param.name(), edge.value());
      try {
        ParamReader.of(node, given).finish();
        allowed.add(edge);
      } catch (InvalidParamsException e) {
        refused.add(edge);
      }
    }
    return new EdgeParams(param.name(), allowed, refused);
  }

  /** A value that the contract allows, whatever the other parameters are. */
  static Optional<Edge> simplest(NodeDescriptor node, ParamDescriptor param) {
    return edges(param).filter(edge -> allows(node, param, edge)).findFirst();
  }

  private static boolean allows(NodeDescriptor node, ParamDescriptor param, Edge edge) {
    Map<String, @Nullable Object> given = new LinkedHashMap<>();
    given.put(param.name(), edge.value());
    try {
      ParamReader.of(node, given).finish();
      return true;
    } catch (InvalidParamsException e) {
      return e.violations().stream()
          .noneMatch(each -> each.path().startsWith("params." + param.name()));
    }
  }

  private static List<Edge> distinct(Stream<Edge> edges) {
    Map<String, Edge> byText = new LinkedHashMap<>();
    edges.forEach(edge -> byText.putIfAbsent(CaseGenerator.json(edge.value()).text(), edge));
    return List.copyOf(byText.values());
  }

  private static Stream<Edge> edges(ParamDescriptor param) {
    boolean isRate = param.unit().filter("Hz"::equals).isPresent();
    Stream<Edge> ofType =
        isRate
            ? RATES.stream().map(rate -> new Edge(rate + " Hz", rate))
            : ofType(param.type()).stream();
    return Stream.concat(param.constraints().stream().flatMap(each -> bounds(param, each)), ofType);
  }

  private static List<Edge> ofType(ValueType type) {
    return switch (type) {
      case Scalar scalar ->
          switch (scalar) {
            case BOOL -> EdgeScalars.bools();
            case INT ->
                Stream.concat(EdgeScalars.smallInts().stream(), EdgeScalars.largeInts().stream())
                    .toList();
            case FLOAT ->
                Stream.concat(EdgeScalars.floats().stream(), EdgeScalars.oddFloats().stream())
                    .toList();
            case NUMBER -> EdgeScalars.numbers();
            case STR ->
                Stream.concat(EdgeScalars.texts().stream(), EdgeScalars.oddTexts().stream())
                    .toList();
            default -> List.of();
          };
      case ValueType.EnumOf choice ->
          choice.choices().stream().map(each -> new Edge(String.valueOf(each), each)).toList();
      case ValueType.OptionalOf optional ->
          Stream.concat(Stream.of(new Edge("none", null)), ofType(optional.type()).stream())
              .toList();
      case ValueType.ListOf list -> lists(ofType(list.item()));
      default -> List.of();
    };
  }

  private static List<Edge> lists(List<Edge> items) {
    List<Edge> edges = new ArrayList<>(List.of(new Edge("an empty list", List.of())));
    for (Edge item : items) {
      edges.add(new Edge("a list of " + item.name(), Collections.singletonList(item.value())));
    }
    List<@Nullable Object> all = new ArrayList<>();
    items.forEach(item -> all.add(item.value()));
    edges.add(new Edge("a list of all", all));
    return edges;
  }

  private static Stream<Edge> bounds(ParamDescriptor param, Constraint constraint) {
    return switch (constraint) {
      case Constraint.Min min -> around(param, "the least", min.limit());
      case Constraint.Max max -> around(param, "the most", max.limit());
      default -> Stream.empty();
    };
  }

  private static Stream<Edge> around(ParamDescriptor param, String name, Number limit) {
    if (param.type() == Scalar.FLOAT || limit instanceof Double) {
      double at = limit.doubleValue();
      return Stream.of(
          new Edge(name, at),
          new Edge("just below " + name, Math.nextDown(at)),
          new Edge("just above " + name, Math.nextUp(at)));
    }
    BigInteger at = Values.toBigInteger(limit);
    return Stream.of(
        new Edge(name, Values.normalize(at)),
        new Edge("one below " + name, Values.normalize(at.subtract(BigInteger.ONE))),
        new Edge("one above " + name, Values.normalize(at.add(BigInteger.ONE))));
  }
}
