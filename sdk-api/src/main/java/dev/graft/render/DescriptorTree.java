package dev.graft.render;

import static dev.graft.render.JsonTree.object;

import dev.graft.descriptor.Constraint;
import dev.graft.descriptor.Example;
import dev.graft.descriptor.Implementation;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.NodeDescriptor;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.PortDescriptor;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.descriptor.ValueType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON form of descriptors, as a tree of maps, lists and scalars. Defaults are typed JSON. */
public final class DescriptorTree {
  private DescriptorTree() {}

  /** A descriptor. */
  public static Map<String, @Nullable Object> of(NodeDescriptor descriptor) {
    return object(
        "contract", of(descriptor.contract()), "implementation", of(descriptor.implementation()));
  }

  /** A contract. */
  public static Map<String, @Nullable Object> of(NodeContract contract) {
    return object(
        "id", contract.id(),
        "version", contract.version(),
        "summary", contract.summary(),
        "params", contract.params().stream().map(DescriptorTree::of).toList(),
        "inputs", contract.inputs().stream().map(DescriptorTree::of).toList(),
        "outputs", contract.outputs().stream().map(DescriptorTree::of).toList(),
        "state", of(contract.state()),
        "purity", contract.purity().text());
  }

  /** A type. */
  public static Map<String, @Nullable Object> of(ValueType type) {
    if (type instanceof ValueType.ListOf list) {
      return object("kind", "list", "item", of(list.item()));
    } else if (type instanceof ValueType.TupleOf tuple) {
      return object("kind", "tuple", "items", tuple.items().stream().map(t -> of(t)).toList());
    } else if (type instanceof ValueType.SetOf set) {
      return object("kind", "set", "item", of(set.item()), "frozen", set.frozen());
    } else if (type instanceof ValueType.DictOf dict) {
      return object("kind", "dict", "key", of(dict.key()), "value", of(dict.value()));
    } else if (type instanceof ValueType.EnumOf choice) {
      return object("kind", "enum", "choices", choice.choices());
    } else if (type instanceof ValueType.OptionalOf optional) {
      return object("kind", "optional", "type", of(optional.type()));
    } else if (type instanceof ValueType.RecordOf record) {
      List<?> fields =
          record.fields().stream()
              .map(f -> object("name", f.name(), "type", of(f.type())))
              .toList();
      return object("kind", "record", "fields", fields);
    } else if (type instanceof ValueType.UnionOf union) {
      List<?> variants =
          union.variants().stream()
              .map(v -> object("name", v.name(), "record", of(v.record())))
              .toList();
      return object("kind", "union", "tag", union.tag(), "variants", variants);
    }
    return object("kind", type.text());
  }

  private static Map<String, @Nullable Object> of(ParamDescriptor param) {
    Map<String, @Nullable Object> tree =
        object("name", param.name(), "type", of(param.type()), "required", param.required());
    if (!param.required()) {
      tree.put("default", TypedTree.of(param.defaultValue()));
    }
    tree.put("doc", param.doc());
    tree.put("unit", param.unit().orElse(null));
    tree.put("sensitive", param.sensitive());
    tree.put("constraints", param.constraints().stream().map(DescriptorTree::of).toList());
    return tree;
  }

  private static Map<String, @Nullable Object> of(Constraint constraint) {
    if (constraint instanceof Constraint.Min min) {
      return object("kind", "min", "value", min.limit());
    } else if (constraint instanceof Constraint.Max max) {
      return object("kind", "max", "value", max.limit());
    } else if (constraint instanceof Constraint.Pattern pattern) {
      return object("kind", "pattern", "regex", pattern.regex());
    } else if (constraint instanceof Constraint.MinItems items) {
      return object("kind", "min_items", "count", items.count());
    }
    return object("kind", "at_most", "param", ((Constraint.AtMost) constraint).param());
  }

  private static Map<String, @Nullable Object> of(PortDescriptor port) {
    return object("name", port.name(), "type", of(port.type()));
  }

  private static Map<String, @Nullable Object> of(StateDescriptor state) {
    List<?> fields =
        state.fields().stream().map(f -> object("name", f.name(), "type", of(f.type()))).toList();
    return object("scope", state.scope().text(), "fields", fields);
  }

  private static Map<String, @Nullable Object> of(Example example) {
    return object(
        "title", example.title(),
        "params", new JsonText(example.params()),
        "items", example.items().stream().map(JsonText::new).toList(),
        "outputs", example.outputs().stream().map(JsonText::new).toList());
  }

  private static Map<String, @Nullable Object> of(Implementation implementation) {
    Map<String, @Nullable Object> tree =
        object(
            "language", implementation.language().text(),
            "symbol", implementation.symbol(),
            "open_params", implementation.openParams(),
            "strict", implementation.strict(),
            "packages", implementation.packages(),
            "permissions", implementation.permissions(),
            "limitations", implementation.limitations(),
            "category", implementation.category(),
            "examples", implementation.examples().stream().map(DescriptorTree::of).toList());
    if (!implementation.packagesUnless().isEmpty()) {
      tree.put("packages_unless", implementation.packagesUnless());
    }
    implementation
        .deprecation()
        .ifPresent(
            deprecation -> {
              tree.put("deprecated", deprecation.reason());
              tree.put("replaced_by", deprecation.replacedBy());
            });
    return tree;
  }
}
