package dev.graft.port.read;

import dev.graft.descriptor.ValueType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The TypedDicts of some modules. A contract has their keys and not their names, which are what
 * their author calls them.
 */
public final class TypedDicts {
  private static final Map<String, ValueType> BASIC =
      Map.of(
          "int", ValueType.Scalar.INT,
          "float", ValueType.Scalar.FLOAT,
          "str", ValueType.Scalar.STR,
          "bool", ValueType.Scalar.BOOL,
          "bytes", ValueType.Scalar.BYTES);

  /** The hint of each key, by the name of the class. */
  private final Map<String, Map<String, Expr>> hints = new LinkedHashMap<>();

  /** Those of modules; a name counts where it comes first. */
  public TypedDicts(Collection<PythonModule> modules) {
    for (PythonModule module : modules) {
      module
          .classes()
          .forEach(
              (name, type) -> {
                if (isTypedDict(module, type)) {
                  hints.putIfAbsent(name, keys(module, type));
                }
              });
    }
  }

  private static boolean isTypedDict(PythonModule module, Stmt.ClassOf type) {
    return type.bases().stream()
        .anyMatch(
            base -> {
              Stmt.ClassOf above = module.classes().get(base);
              return base.equals("TypedDict")
                  || base.endsWith(".TypedDict")
                  || (above != null && !above.equals(type) && isTypedDict(module, above));
            });
  }

  private static Map<String, Expr> keys(PythonModule module, Stmt.ClassOf type) {
    Map<String, Expr> keys = new LinkedHashMap<>();
    for (String base : type.bases()) {
      Stmt.ClassOf above = module.classes().get(base);
      if (above != null && !above.equals(type)) {
        keys.putAll(keys(module, above));
      }
    }
    for (Stmt each : type.body()) {
      if (each instanceof Stmt.Declared declared) {
        keys.put(declared.name(), declared.hint());
      }
    }
    return keys;
  }

  /** The names of those that have the keys of a record, and types that may be its types. */
  public List<String> named(ValueType.RecordOf record) {
    List<String> wanted = record.fields().stream().map(ValueType.RecordOf.Field::name).toList();
    return hints.entrySet().stream()
        .filter(each -> List.copyOf(each.getValue().keySet()).equals(wanted))
        .filter(each -> mayBe(each.getValue(), record))
        .map(Map.Entry::getKey)
        .toList();
  }

  private boolean mayBe(Map<String, Expr> keys, ValueType.RecordOf record) {
    return record.fields().stream()
        .allMatch(
            field ->
                !(keys.get(field.name()) instanceof Expr.Name hint)
                    || mayBe(hint.id(), field.type()));
  }

  /** What is no plain name is taken for fitting: the keys say most. */
  private boolean mayBe(String hint, ValueType type) {
    if (hints.containsKey(hint)) {
      return type instanceof ValueType.RecordOf record && named(record).contains(hint);
    }
    ValueType basic = BASIC.get(hint);
    return basic == null || basic.equals(type);
  }
}
