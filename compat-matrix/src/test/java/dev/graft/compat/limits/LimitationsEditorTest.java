package dev.graft.compat.limits;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.runtime.limits.LimitationsException;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LimitationsEditorTest {
  private static final String FILE =
      """
      {"limitations": [
        {"id": "A",   "title": "braces } in {texts"},

        {
          "title": "of two", "cases": ["x", {"odd": 1}],
          "id": "B"
        },
        {"id": "C"}
      ],
       "note": 1}
      """;

  @Test
  void leavesEveryOtherCharacterAsItIs() throws Exception {
    assertThat(without("B"))
        .isEqualTo(
            """
            {"limitations": [
              {"id": "A",   "title": "braces } in {texts"},
              {"id": "C"}
            ],
             "note": 1}
            """);
  }

  @Test
  void removesTheFirstAndTheLast() throws Exception {
    assertThat(without("A"))
        .isEqualTo(FILE.replace("{\"id\": \"A\",   \"title\": \"braces } in {texts\"},\n\n  ", ""));
    assertThat(without("C")).isEqualTo(FILE.replace(",\n  {\"id\": \"C\"}", ""));
  }

  @Test
  void removesAll() throws Exception {
    assertThat(without("A", "B", "C")).isEqualTo("{\"limitations\": [],\n \"note\": 1}\n");
  }

  @Test
  void changesNothingWhereThereIsNothingToRemove() throws Exception {
    assertThat(without("D")).isEqualTo(FILE);
  }

  @Test
  void saysWhichFileIsNoJson() {
    LimitationsException e =
        assertThrows(
            LimitationsException.class,
            () -> LimitationsEditor.without(Set.of("A"), "{\"limitations\": [", "my.json"));

    assertThat(e).hasMessageThat().startsWith("my.json: ");
  }

  private static String without(String... ids) throws LimitationsException {
    return LimitationsEditor.without(Set.of(ids), FILE, "file");
  }
}
