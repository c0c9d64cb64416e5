package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.runtime.read.CsvForm;
import dev.graft.runtime.read.CsvReader;
import dev.graft.runtime.write.CsvWriter;
import dev.graft.runtime.write.WavCoding;
import dev.graft.runtime.write.WavWriter;
import dev.graft.value.Bytes;
import dev.graft.value.NdArray;
import dev.graft.value.Tuple;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** CSV and WAV are the same to Python's own modules, which a worker asks for random examples. */
@Timeout(120)
final class FormatsAgreeWithPythonTest {
  private static final int EXAMPLES = 500;
  private static final String[] CELLS = {
    "",
    "a",
    " a ",
    "\u00e4\ud83d\ude00",
    ",",
    "\"",
    "\"\"",
    "x\ny",
    "x\r\ny",
    "007",
    "nan",
    "a\"b",
    "\t"
  };
  private static final String[] PIECES = {
    "a", ",", "\n", "\r\n", "\"x\"", "\"x,y\"", "\"x\ny\"", "\"\"", " ", "b\"c"
  };

  @TempDir Path folder = Path.of("");

  @Test
  void readsCsvAsPythonDoes() throws Exception {
    List<@Nullable Object> texts = new ArrayList<>();
    List<@Nullable Object> ours = new ArrayList<>();
    Random random = new Random(7);
    while (texts.size() < EXAMPLES) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(12); i >= 0; i--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      Optional<List<@Nullable Object>> rows = rows(text.toString());
      if (rows.isPresent()) { // else it is refused: too many cells, or text behind a quote
        texts.add(text.toString());
        ours.add(rows.get());
      }
    }
    assertThat(
            PythonAnswers.of(
                folder,
                """
                import csv, io

                class AskNode:
                    def process(self, text):
                        return [row for row in csv.reader(io.StringIO(text, newline="")) if row]
                """,
                texts))
        .isEqualTo(ours);
  }

  @Test
  void writesCsvThatPythonReads() throws Exception {
    Random random = new Random(8);
    List<@Nullable Object> texts = new ArrayList<>();
    List<@Nullable Object> tables = new ArrayList<>();
    for (int i = 0; i < EXAMPLES; i++) {
      int width = 1 + random.nextInt(3);
      List<List<String>> table = new ArrayList<>();
      for (int j = random.nextInt(5); j > 0; j--) {
        List<String> row = new ArrayList<>();
        for (int k = 0; k < width; k++) {
          row.add(CELLS[random.nextInt(CELLS.length)]);
        }
        table.add(row);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (CsvWriter writer = new CsvWriter(out, ',', true)) {
        for (List<String> row : table) {
          writer.write(row);
        }
      }
      texts.add(out.toString(StandardCharsets.UTF_8));
      tables.add(table);
    }
    assertThat(
            PythonAnswers.of(
                folder,
                """
                import csv, io

                class AskNode:
                    def process(self, text):
                        return list(csv.reader(io.StringIO(text, newline=""), strict=True))
                """,
                texts))
        .isEqualTo(tables);
  }

  @Test
  void writesWavThatPythonReads() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    float[] samples = {0, 0.5f, -1, 1, 0.25f, -0.25f};
    try (WavWriter writer = new WavWriter(out, Optional.empty(), WavCoding.PCM16)) {
      writer.write(Tuple.of(NdArray.of(samples, 2, 3), 44_100L));
    }
    List<@Nullable Object> answers =
        PythonAnswers.of(
            folder,
            """
            import io, wave

            class AskNode:
                def process(self, wav):
                    with wave.open(io.BytesIO(wav)) as file:
                        return [file.getnchannels(), file.getsampwidth(), file.getframerate(), file.readframes(3)]
            """,
            List.of(Bytes.copyOf(out.toByteArray())));
    byte[] frames = {0, 0, -1, 127, 0, 64, 0, 32, 0, -128, 0, -32};
    assertThat(answers).containsExactly(List.of(2L, 2L, 44_100L, Bytes.copyOf(frames)));
  }

  private static Optional<List<@Nullable Object>> rows(String text) {
    try (CsvReader reader =
        new CsvReader(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
            "x",
            1000,
            new CsvForm(',', false, Map.of()))) {
      List<@Nullable Object> rows = new ArrayList<>();
      while (reader.next()) {
        rows.add(reader.value());
      }
      return Optional.of(rows);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
