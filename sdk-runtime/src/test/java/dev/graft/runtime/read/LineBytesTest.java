package dev.graft.runtime.read;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.runtime.run.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LineBytesTest {
  private static final String[] PIECES = {
    "",
    "a",
    "ä",
    "€",
    "😀",
    "\r",
    "\n",
    "\r\n",
    "\n\n",
    "0123456",
    "01234567",
    "\u0080",
    " ",
    "\u2028"
  };
  private static final int SEEDS = 2000;

  @Test
  void splitsWhateverTheChunks() throws IOException {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      assertWithMessage("seed %s", seed)
          .that(lines(new LineBytes(new Dripping(bytes, seed, 9), "x", 1000)))
          .isEqualTo(expected(text.toString()));
    }
  }

  /** A line ends with LF or CR LF; a last line without an end counts if it has anything. */
  private static List<String> expected(String text) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int newline = text.indexOf('\n', from);
      int to = newline < 0 ? text.length() : newline;
      String line = text.substring(from, to);
      lines.add(line.endsWith("\r") && newline >= 0 ? line.substring(0, line.length() - 1) : line);
      from = to + 1;
    }
    if (!lines.isEmpty() && !text.endsWith("\n") && lines.getLast().endsWith("\r")) {
      lines.set(lines.size() - 1, lines.getLast().substring(0, lines.getLast().length() - 1));
    }
    return lines;
  }

  @Test
  void saysWhichByteIsNoUtf8() throws IOException {
    for (byte[] wrong :
        List.of(
            new byte[] {(byte) 0xff},
            new byte[] {(byte) 0xc3},
            new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}, // half a pair of surrogates
            new byte[] {(byte) 0xc0, (byte) 0x80})) { // zero, longer than it must be
      byte[] bytes = join("good\nä".getBytes(StandardCharsets.UTF_8), wrong, "x\nrest\n");
      LineBytes lines = new LineBytes(new ByteArrayInputStream(bytes), "in.txt", 100);
      assertThat(lines.next()).isTrue();
      assertThat(lines.text()).isEqualTo("good");
      assertThat(assertThrows(InputException.class, lines::next))
          .hasMessageThat()
          .isEqualTo(
              "in.txt:2: byte 3 of the line, 0x%02x, is not UTF-8 (byte 8 of the input, both from 1). Convert the input to UTF-8."
                  .formatted(wrong[0] & 0xff));
    }
  }

  private static byte[] join(byte[] before, byte[] wrong, String after) {
    byte[] rest = after.getBytes(StandardCharsets.UTF_8);
    byte[] joined = new byte[before.length + wrong.length + rest.length];
    System.arraycopy(before, 0, joined, 0, before.length);
    System.arraycopy(wrong, 0, joined, before.length, wrong.length);
    System.arraycopy(rest, 0, joined, before.length + wrong.length, rest.length);
    return joined;
  }

  @Test
  void leavesOutAByteOrderMark() throws IOException {
    assertThat(lines(lines("\ufeffa\n\ufeffb\n", 100))).containsExactly("a", "\ufeffb").inOrder();
  }

  @Test
  void refusesALineThatIsTooLong() throws IOException {
    assertThat(lines(lines("12345\n12345", 5))).hasSize(2);
    for (String text : List.of("1\n123456\n", "1\n123456", "1\n" + "1".repeat(200_000))) {
      LineBytes lines = lines(text, 5);
      assertThat(lines.next()).isTrue();
      assertThat(assertThrows(InputException.class, lines::next))
          .hasMessageThat()
          .isEqualTo("x:2: the line has more than 5 bytes. If it is meant to, raise --max-line.");
    }
  }

  private static LineBytes lines(String text, int longest) {
    return new LineBytes(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "x", longest);
  }

  private static List<String> lines(LineBytes lines) throws IOException {
    List<String> texts = new ArrayList<>();
    while (lines.next()) {
      texts.add(lines.text());
      assertThat(lines.line()).isEqualTo(texts.size());
    }
    return texts;
  }
}
