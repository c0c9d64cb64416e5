package dev.graft.value;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SuggestionsTest {
  @Test
  void findsTheNameThatWasMeant() {
    List<String> known = List.of("operation", "operand", "size");

    assertThat(Suggestions.nearest("operatoin", known)).hasValue("operation");
    assertThat(Suggestions.nearest("Operand", known)).hasValue("operand");
    assertThat(Suggestions.nearest("szie", known)).hasValue("size");
    assertThat(Suggestions.nearest("colour", known)).isEmpty();
  }

  @Test
  void listsWhatIsKnownWhenNothingIsNear() {
    assertThat(Suggestions.hint("colour", List.of("a", "b"))).isEqualTo("Known are: a, b.");
    assertThat(Suggestions.hint("colour", List.of())).isEqualTo("There are none.");
  }

  @Test
  void ofManyItNamesTheNearestAndHowManyThereAre() {
    List<String> known =
        List.of("aa", "ab", "ba", "bb", "ca", "cb", "dd", "de", "e", "f", "g", "words", "x");
    assertThat(Suggestions.hint("top-words", known))
        .isEqualTo("Of 13 the nearest are: words, dd, de.");
  }
}
