package dev.graft.runtime.descriptor;

import dev.graft.descriptor.Constraint;
import dev.graft.descriptor.Deprecation;
import dev.graft.descriptor.Example;
import dev.graft.descriptor.Implementation;
import dev.graft.descriptor.Language;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.NodeDescriptor;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.PortDescriptor;
import dev.graft.descriptor.Purity;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.descriptor.ValueType;
import dev.graft.runtime.json.TypedJson;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns the JSON tree of a descriptor into the descriptor. */
public final class DescriptorReader {
  private DescriptorReader() {}

  /**
   * The descriptor of a tree of maps, lists and scalars.
   *
   * @throws IllegalArgumentException if the tree is not one; the message names the place
   */
  public static NodeDescriptor read(Map<?, ?> tree) {
    Tree root = new Tree(tree, "descriptor");
    return new NodeDescriptor(
        contract(root.child("contract")), implementation(root.child("implementation")));
  }

  /**
   * The parameters of the tree of a contract, whatever else is missing in it.
   *
   * @throws IllegalArgumentException if they are none; the message names the place
   */
  public static List<ParamDescriptor> params(Map<?, ?> contract) {
    return params(new Tree(contract, "contract"));
  }

  private static List<ParamDescriptor> params(Tree contract) {
    return contract.children("params").stream().map(DescriptorReader::param).toList();
  }

  private static NodeContract contract(Tree tree) {
    return new NodeContract(
        tree.text("id"),
        tree.text("version"),
        tree.text("summary"),
        params(tree),
        tree.children("inputs").stream().map(DescriptorReader::port).toList(),
        tree.children("outputs").stream().map(DescriptorReader::port).toList(),
        state(tree.child("state")),
        constant(Purity.class, tree.text("purity")));
  }

  private static Implementation implementation(Tree tree) {
    boolean decorated = tree.flag("decorated") || tree.flag("strict");
    return new Implementation(
        constant(Language.class, tree.text("language")),
        tree.text("symbol"),
        tree.flag("open_params"),
        decorated,
        tree.texts("packages"),
        tree.lists("packages_unless"),
        tree.texts("permissions"),
        tree.texts("limitations"),
        tree.flag("isolated"),
        optionalText(tree, "category"),
        tree.children("examples").stream().map(DescriptorReader::example).toList(),
        deprecation(optionalText(tree, "deprecated"), optionalText(tree, "replaced_by")));
  }

  private static Optional<Deprecation> deprecation(String reason, String replacedBy) {
    return reason.isEmpty() ? Optional.empty() : Optional.of(new Deprecation(reason, replacedBy));
  }

  private static String optionalText(Tree tree, String name) {
    return tree.value(name) instanceof String text ? text : "";
  }

  private static Example example(Tree tree) {
    return new Example(
        tree.text("title"),
        json(tree.value("params")),
        tree.values("items").stream().map(DescriptorReader::json).toList(),
        tree.values("outputs").stream().map(DescriptorReader::json).toList());
  }

  private static String json(@Nullable Object value) {
    return TypedJson.write(value);
  }

  private static ParamDescriptor param(Tree tree) {
    return new ParamDescriptor(
        tree.text("name"),
        type(tree.child("type")),
        tree.flag("required"),
        tree.value("default"),
        tree.text("doc"),
        Optional.ofNullable((String) tree.value("unit")),
        tree.flag("sensitive"),
        tree.children("constraints").stream().map(DescriptorReader::constraint).toList());
  }

  private static Constraint constraint(Tree tree) {
    String kind = tree.text("kind");
    return switch (kind) {
      case "min" -> new Constraint.Min(tree.number("value"));
      case "max" -> new Constraint.Max(tree.number("value"));
      case "pattern" -> new Constraint.Pattern(tree.text("regex"));
      case "min_items" -> new Constraint.MinItems(tree.number("count").intValue());
      case "at_most" -> new Constraint.AtMost(tree.text("param"));
      default -> throw new IllegalArgumentException(tree.path() + ": unknown constraint " + kind);
    };
  }

  private static PortDescriptor port(Tree tree) {
    return new PortDescriptor(tree.text("name"), type(tree.child("type")));
  }

  private static StateDescriptor state(Tree tree) {
    List<StateDescriptor.Field> fields =
        tree.children("fields").stream()
            .map(field -> new StateDescriptor.Field(field.text("name"), type(field.child("type"))))
            .toList();
    return new StateDescriptor(constant(StateDescriptor.Scope.class, tree.text("scope")), fields);
  }

  private static ValueType type(Tree tree) {
    String kind = tree.text("kind");
    return switch (kind) {
      case "list" -> new ValueType.ListOf(type(tree.child("item")));
      case "tuple" ->
          new ValueType.TupleOf(
              tree.children("items").stream().map(DescriptorReader::type).toList());
      case "set" -> new ValueType.SetOf(type(tree.child("item")), tree.flag("frozen"));
      case "dict" -> new ValueType.DictOf(type(tree.child("key")), type(tree.child("value")));
      case "enum" -> new ValueType.EnumOf(tree.texts("choices"));
      case "optional" -> new ValueType.OptionalOf(type(tree.child("type")));
      case "record" -> record(tree);
      case "union" ->
          new ValueType.UnionOf(
              tree.text("tag"),
              tree.children("variants").stream()
                  .map(
                      v -> new ValueType.UnionOf.Variant(v.text("name"), record(v.child("record"))))
                  .toList());
      default ->
          ValueType.Scalar.of(kind)
              .orElseThrow(
                  () -> new IllegalArgumentException(tree.path() + ": unknown type " + kind));
    };
  }

  private static ValueType.RecordOf record(Tree tree) {
    return new ValueType.RecordOf(
        tree.children("fields").stream()
            .map(f -> new ValueType.RecordOf.Field(f.text("name"), type(f.child("type"))))
            .toList());
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String text) {
    return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
  }
}
