package dev.graft.compat.generate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Texts that mean something to a node: the constants in its source, which are the names of keys and
 * operations, and those of its parameters, besides texts at random.
 */
final class Words {
  private static final Pattern LITERAL = Pattern.compile("\"([^\"\\\\\n]{1,24})\"");
  private static final List<String> ALWAYS = List.of("value", "text", "a");

  private static final List<String> SENTENCES =
      List.of(" ", ". ", "Hello", " wor", "ld. ", "?! ", "\n", "3.14", "ΑΣ ", "ß", "\u00a0");

  /** Halves of pairs, and what is newer than Unicode 15, some new capitals of old letters too. */
  private static final Pattern RISKY =
      Pattern.compile(
          "[\\p{Cs}\\p{Cn}\\u019b\\u0264]|[^\\u0000-\\u02ff\\u2000-\\u212b\\x{1f300}-\\x{1f5ff}]");

  private final List<String> mined;
  private final List<String> given;

  private Words(List<String> mined, List<String> given) {
    this.mined = mined;
    this.given = given;
  }

  /** The words of a source text. */
  static Words of(String source) {
    return new Words(
        Stream.concat(ALWAYS.stream(), LITERAL.matcher(source).results().map(each -> each.group(1)))
            .distinct()
            .sorted()
            .toList(),
        List.of());
  }

  /** The same beside the texts of a node's parameters: such a text may be the name of a key. */
  Words with(Collection<? extends @Nullable Object> params) {
    List<String> texts = new ArrayList<>();
    params.forEach(each -> addTexts(each, texts));
    return new Words(mined, List.copyOf(texts));
  }

  private static void addTexts(@Nullable Object param, List<String> texts) {
    switch (param) {
      case String text when !text.isEmpty() -> texts.add(text);
      case List<?> list -> list.forEach(each -> addTexts(each, texts));
      case null, default -> {}
    }
  }

  /** All words of the source. */
  List<String> all() {
    return mined;
  }

  /** A word of the parameters, if they have any, or of the source. */
  String mined(Choices choices) {
    if (!given.isEmpty() && choices.below(2) == 0) {
      return given.get(choices.below(given.size()));
    }
    return mined.get(choices.below(mined.size()));
  }

  /** Any text: one of the source, letters and marks, or both. No half of a surrogate pair. */
  String any(Choices choices) {
    StringBuilder text = new StringBuilder();
    while (choices.more(2)) {
      switch (choices.below(4)) {
        case 0 -> text.append(mined(choices));
        case 1 -> text.append(SENTENCES.get(choices.below(SENTENCES.size())));
        default -> text.append(RISKY.matcher(Texts.text(choices, 3)).replaceAll(""));
      }
    }
    return text.toString();
  }
}
