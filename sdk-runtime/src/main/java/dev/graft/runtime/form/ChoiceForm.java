package dev.graft.runtime.form;

import dev.graft.value.Suggestions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One of several words.
 *
 * @param <T> what they stand for
 * @param choices what each word stands for, in the order in which they are offered
 * @param definition the name under which a schema keeps the words; empty if each place has its own
 */
public record ChoiceForm<T>(Map<String, T> choices, String definition) implements Form<T> {
  /** A choice of the constants of an enum. */
  public static <T extends Enum<T>> ChoiceForm<T> of(T[] constants, Function<T, String> word) {
    Map<String, T> choices = new LinkedHashMap<>();
    Arrays.stream(constants).forEach(each -> choices.put(word.apply(each), each));
    return new ChoiceForm<>(choices, "");
  }

  /** The same, kept in schemas under a name. */
  public ChoiceForm<T> named(String definition) {
    return new ChoiceForm<>(choices, definition);
  }

  @Override
  public String words() {
    List<String> quoted = choices.keySet().stream().map(word -> '"' + word + '"').toList();
    return quoted.size() == 1
        ? quoted.getFirst()
        : String.join(", ", quoted.subList(0, quoted.size() - 1)) + " or " + quoted.getLast();
  }

  @Override
  public Optional<T> read(Slot slot) {
    if (!(slot.value() instanceof String word)) {
      return slot.refuse(this);
    } else if (!choices.containsKey(word)) {
      return slot.problem(
          "must be %s, got \"%s\". %s"
              .formatted(words(), word, Suggestions.hint(word, List.copyOf(choices.keySet()))));
    }
    return Optional.ofNullable(choices.get(word));
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    Map<String, Object> schema = Map.of("enum", List.copyOf(choices.keySet()));
    return definition.isEmpty() ? schema : definitions.refer(definition, () -> schema);
  }
}
