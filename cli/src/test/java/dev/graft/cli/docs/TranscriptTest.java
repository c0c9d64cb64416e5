package dev.graft.cli.docs;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TranscriptTest {
  private static final List<String> PAGE =
      """
      # A page

      ```console
      $ graft one
      took 3.2 s
      $ graft two
      ```
      Then:
      ```python a/b.py
      x = 1

      y = 2
      ```
      ```diff a/b.py
       x = 1
      -
      +# between
       y = 2
      ```
      ```json
      {}
      ```
      """
          .lines()
          .toList();

  @Test
  void isThePageAgain() {
    Transcript page = Transcript.of(PAGE);

    assertThat(page.lines()).containsExactlyElementsIn(PAGE).inOrder();
    assertThat(page.parts().stream().filter(part -> !(part instanceof Transcript.Prose)).toList())
        .containsExactly(
            new Transcript.Console(
                List.of(
                    new Transcript.Command("graft one", List.of("took 3.2 s")),
                    new Transcript.Command("graft two", List.of()))),
            new Transcript.WholeFile("python", "a/b.py", List.of("x = 1", "", "y = 2")),
            new Transcript.Edit("a/b.py", List.of(" x = 1", "-", "+# between", " y = 2")))
        .inOrder();
  }

  @Test
  void anEditFindsItsPlace() {
    Transcript.Edit edit =
        new Transcript.Edit("f", List.of(" x = 1", "-y = 2", "+y = 3", "+z = 4"));

    assertThat(edit.applied("a = 0\nx = 1\ny = 2\n")).isEqualTo("a = 0\nx = 1\ny = 3\nz = 4\n");
    assertThrows(IllegalStateException.class, () -> edit.applied("x = 1\n"));
    assertThrows(IllegalStateException.class, () -> edit.applied("x = 1\ny = 2\nx = 1\ny = 2\n"));
  }

  @Test
  void timesAreNotCompared() {
    assertThat(
            new Transcript.Command(
                    "c", List.of("2 cases, 1.25 s, 12 ms", "From 2026-11-29T19:11:57.7Z."))
                .steadyOutput())
        .containsExactly("2 cases, … s, … ms", "From ….")
        .inOrder();
  }
}
