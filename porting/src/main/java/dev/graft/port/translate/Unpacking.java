package dev.graft.port.translate;

import com.palantir.javapoet.CodeBlock;
import dev.graft.descriptor.ValueType;
import dev.graft.port.read.Expr;
import dev.graft.port.types.Kind;
import dev.graft.port.types.Names;
import dev.graft.port.types.Type;
import dev.graft.py.PyDict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Translates dicts that are made of others: {@code {**item, "key": value}}. */
final class Unpacking {
  /** What is the same object in a dict of these and in a dict of anything. */
  private static final Set<Kind> KEPT =
      EnumSet.of(Kind.ANY, Kind.NEVER, Kind.STR, Kind.FLOAT, Kind.BOOL, Kind.NUMBER);

  private final Expressions expressions;
  private final List<CodeBlock> dicts = new ArrayList<>();
  private final List<Expr.Entry> alone = new ArrayList<>();
  private boolean areFields = true;

  Unpacking(Expressions expressions) {
    this.expressions = expressions;
  }

  /** One part after the other: the last value of a key counts, at the place of the first. */
  Code dict(Expr.DictOf dict) {
    for (Expr.Entry entry : dict.entries()) {
      if (entry.key().isPresent()) {
        alone.add(entry);
      } else {
        together(dict);
        take(expressions.of(entry.value()), entry.value());
      }
    }
    together(dict);
    return Code.of(
        areFields ? Type.keyed(Type.ANY) : Type.ENTRIES,
        "$T.$L($T.of($L))",
        PyDict.class,
        areFields ? "ofFields" : "ofEntries",
        List.class,
        CodeBlock.join(dicts, ", "));
  }

  /**
   * A record, if all its keys are said, alone or by a record that is taken apart. What is computed
   * must be so in the order in which it is written, and all of it.
   */
  Optional<Code> record(Expr.DictOf dict, Type wanted) {
    Map<String, Part> parts = new LinkedHashMap<>();
    List<Expr> computed = new ArrayList<>();
    for (Expr.Entry entry : dict.entries()) {
      Expr key = entry.key().orElse(null);
      if (key == null && entry.value() instanceof Expr.Name) {
        Code taken = expressions.of(entry.value());
        if (taken.type().kind() != Kind.RECORD || taken.type().nullable()) {
          return Optional.empty();
        }
        taken.type().fields().forEach(field -> parts.put(field.name(), new Kept(taken, field)));
      } else if (key instanceof Expr.Constant constant && constant.value() instanceof String name) {
        parts.put(name, new Given(entry.value()));
        if (!Walk.isSimple(entry.value())) {
          computed.add(entry.value());
        }
      } else {
        return Optional.empty();
      }
    }
    List<Expr> done =
        parts.values().stream()
            .filter(part -> part instanceof Given given && !Walk.isSimple(given.value()))
            .map(part -> ((Given) part).value())
            .toList();
    return done.equals(computed) && fits(parts, wanted)
        ? Optional.of(record(parts, wanted))
        : Optional.empty();
  }

  private static boolean fits(Map<String, Part> parts, Type wanted) {
    List<ValueType.RecordOf.Field> fields = wanted.fields();
    return List.copyOf(parts.keySet())
            .equals(fields.stream().map(ValueType.RecordOf.Field::name).toList())
        && fields.stream()
            .allMatch(
                field ->
                    !(parts.get(field.name()) instanceof Kept kept) || kept.field().equals(field));
  }

  private Code record(Map<String, Part> parts, Type wanted) {
    List<CodeBlock> components = new ArrayList<>();
    for (ValueType.RecordOf.Field field : wanted.fields()) {
      components.add(
          switch (Objects.requireNonNull(parts.get(field.name()))) {
            case Kept kept ->
                CodeBlock.of("$L.$L()", kept.record().primary(), Names.camel(field.name()));
            case Given given ->
                new Displays(expressions).component(given.value(), field.name(), field.type());
          });
    }
    return Code.of(wanted, "new $T($L)", wanted.java(), CodeBlock.join(components, ", "));
  }

  /** Where the value of a key comes from. */
  private sealed interface Part {}

  private record Given(Expr value) implements Part {}

  private record Kept(Code record, ValueType.RecordOf.Field field) implements Part {}

  private void together(Expr.DictOf dict) {
    if (!alone.isEmpty()) {
      Expr.DictOf part = new Expr.DictOf(dict.at(), List.copyOf(alone));
      dicts.add(new Displays(expressions).fields(part).text());
      alone.clear();
    }
  }

  private void take(Code value, Expr source) {
    if (value.type().nullable()) {
      throw new UntranslatableException("** of what may be None");
    }
    switch (value.type().kind()) {
      case RECORD -> record(value, source);
      case FIELDS -> {
        if (!KEPT.contains(value.type().itemType().kind())) {
          throw new UntranslatableException("** of a dict whose values Java holds in another form");
        }
        dicts.add(value.text());
      }
      case ENTRIES, DICT -> {
        areFields = false;
        dicts.add(value.text());
      }
      case NEVER -> dicts.add(value.text());
      default -> throw new UntranslatableException("** of what may be no dict");
    }
  }

  private void record(Code record, Expr source) {
    if (!Walk.isSimple(source)) {
      throw new UntranslatableException("** would compute a record more than once");
    }
    List<CodeBlock> parts = new ArrayList<>();
    for (ValueType.RecordOf.Field field : record.type().fields()) {
      parts.add(
          CodeBlock.of(
              "$S, $L",
              field.name(),
              Coercion.to(new Subscripts(expressions).component(record, field), Type.ANY)));
    }
    dicts.add(CodeBlock.of("$T.of($L)", PyDict.class, CodeBlock.join(parts, ", ")));
  }
}
