package dev.graft.processor.read;

import com.google.auto.common.MoreTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Types;

/** The records and sealed interfaces around the type in hand, from the outermost to the nearest. */
final class OpenTypes {
  /** More types of one class than this inside each other, all different, never come to an end. */
  private static final int MOST_OF_A_CLASS = 8;

  private final Types types;
  private final List<DeclaredType> open = new ArrayList<>();
  private final List<String> steps = new ArrayList<>();

  OpenTypes(Types types) {
    this.types = types;
  }

  /** Steps into a type. */
  void enter(DeclaredType type) {
    open.add(type);
    steps.add(name(type));
  }

  /** Steps into a component of the nearest type, which is a record. */
  void at(String component) {
    int last = steps.size() - 1;
    steps.set(last, name(open.get(last)) + "." + component);
  }

  /** Steps out of the nearest type. */
  void leave() {
    open.remove(open.size() - 1);
    steps.remove(steps.size() - 1);
  }

  /** How a type contains itself, as in {@code Node.children -> Node}, if it does. */
  Optional<String> wayTo(DeclaredType type) {
    List<Integer> alike = new ArrayList<>();
    for (int i = open.size() - 1; i >= 0; i--) {
      if (types.isSameType(open.get(i), type)) {
        return Optional.of(way(i, type));
      } else if (open.get(i).asElement().equals(type.asElement())) {
        alike.add(i);
      }
    }
    return alike.size() < MOST_OF_A_CLASS ? Optional.empty() : Optional.of(way(alike.get(0), type));
  }

  private String way(int start, DeclaredType end) {
    List<String> way = new ArrayList<>(steps.subList(start, steps.size()));
    way.add(name(end));
    return String.join(" -> ", way);
  }

  /** Where the type in hand stands, as in {@code in Node.children}; empty outside of all types. */
  String place() {
    return steps.isEmpty() ? "" : " in " + steps.get(steps.size() - 1);
  }

  private static String name(DeclaredType type) {
    return MoreTypes.asTypeElement(type).getSimpleName().toString();
  }
}
