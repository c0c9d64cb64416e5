package dev.graft.runtime.read;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.runtime.run.InputException;
import dev.graft.runtime.write.CsvWriter;
import dev.graft.value.Decimal;
import dev.graft.value.Tuple;
import dev.graft.value.ValueException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CsvReaderTest {
  private static final String[] CELLS = {
    "", "a", " a ", "ä😀", ",", ";", "\"", "\"\"", "x\ny", "x\r\ny", "\r", " \"q\"", "007", "1e5",
    "nan", "\ufeff"
  };
  private static final int SEEDS = 1000;
  private static final CsvForm LISTS = new CsvForm(',', false, Map.of());

  @Test
  void aCellIsAStr() throws IOException {
    assertThat(read("id,name\r\n007,1e5\r\n\r\nNaN,\"x, \"\"y\"\"\nz\"\r\n", CsvForm.COMMAS))
        .containsExactly(dict("id", "007", "name", "1e5"), dict("id", "NaN", "name", "x, \"y\"\nz"))
        .inOrder();
    assertThat(read("\ufeffa;b\n1;2", new CsvForm(';', true, Map.of())))
        .containsExactly(dict("a", "1", "b", "2"));
    assertThat(read("1,2\n\"\"\n", new CsvForm('\t', false, Map.of())))
        .containsExactly(List.of("1,2"), List.of(""));
    assertThat(read("", CsvForm.COMMAS)).isEmpty();
    assertThat(read("a,b\n", CsvForm.COMMAS)).isEmpty();
  }

  @Test
  void aColumnHasTheTypeThatIsAskedFor() throws IOException {
    Map<String, CellType> types = new LinkedHashMap<>();
    types.put("i", CellType.of("int"));
    types.put("f", CellType.of("float?"));
    types.put("b", CellType.of("bool"));
    types.put("d", CellType.of("decimal"));
    types.put("s", CellType.of("str?"));
    CsvForm form = new CsvForm(',', true, types);

    assertThat(read("i,f,b,d,s\n007,1,true,1.10,\n99999999999999999999,,FALSE,0,\"\"\n", form))
        .containsExactly(
            dict("i", 7L, "f", 1.0, "b", true, "d", Decimal.parse("1.10"), "s", null),
            dict(
                "i",
                new BigInteger("99999999999999999999"),
                "f",
                null,
                "b",
                false,
                "d",
                Decimal.parse("0"),
                "s",
                ""))
        .inOrder();
    refused(
        "i,f,b,d,s\n1,1,1,1,1\n",
        form,
        "x:2: column \"b\": expected bool, found \"1\". Mend the cell, or change --csv-types.");
    refused(
        "i,f,b,d,s\n,1,true,1,1\n",
        form,
        "x:2: column \"i\": expected int, found \"\". Mend the cell, or change --csv-types.");
    refused(
        "i,f,b,d\n", form, "x:1: there is no column \"s\", for which --csv-types gives a type. ");
  }

  @Test
  void saysWhereItIsWrong() {
    refused(
        "a,b\n1,2\n\"x\ny\",2,3\n",
        CsvForm.COMMAS,
        "x:3: expected 2 cells, as in the first record, found 3. Quote cells that have a ',' or a line end, or mend the record.");
    refused("a,b\n1\n", CsvForm.COMMAS, "x:2: expected 2 cells, as in the first record, found 1. ");
    refused("a,b,a\n", CsvForm.COMMAS, "x:1: two columns are called \"a\". ");
    refused("a,b\n1,\"2\n3\n", CsvForm.COMMAS, "x:2: a quoted cell that begins here has no end");
    refused(
        "a,b\n1,\"2\"3\n", CsvForm.COMMAS, "x:2: after the closing quote of a cell comes \"3\". ");
    refused(
        "a\n" + "y".repeat(2000),
        CsvForm.COMMAS,
        "x:2: the record has more than 1000 characters. ");
    refused(
        "a\n1" + ",".repeat(2000),
        CsvForm.COMMAS,
        "x:2: the record has more than 1000 characters. ");
  }

  @Test
  void deliversWhatIsGoodBeforeBytesThatAreNoUtf8() throws IOException {
    byte[] bytes = "a\n1\n2\nx".getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 1] = (byte) 0xff;
    CsvReader reader = new CsvReader(new Dripping(bytes, 1, 100), "x", 1000, CsvForm.COMMAS);
    assertThat(reader.next()).isTrue();
    assertThat(reader.next()).isTrue();
    assertThat(reader.value()).isEqualTo(dict("a", "2"));
    assertThat(assertThrows(InputException.class, reader::next))
        .hasMessageThat()
        .isEqualTo(
            "x: byte 7 of the input, 0xff, is not UTF-8 (from 1). Convert the input to UTF-8.");
  }

  @Test
  void readsBackWhatIsWrittenWhateverTheChunks() throws IOException {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      int width = 1 + random.nextInt(4);
      List<Object> rows = new ArrayList<>();
      for (int i = random.nextInt(8); i > 0; i--) {
        List<String> row = new ArrayList<>();
        for (int j = 0; j < width; j++) {
          row.add(CELLS[random.nextInt(CELLS.length)]);
        }
        rows.add(row);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (CsvWriter writer = new CsvWriter(out, ',', true)) {
        for (Object row : rows) {
          writer.write(row);
        }
      }
      boolean marked = !rows.isEmpty() && ((List<?>) rows.getFirst()).getFirst().equals("\ufeff");
      if (!marked) { // at the start it is a byte order mark
        assertWithMessage("seed %s: %s", seed, out)
            .that(all(new CsvReader(new Dripping(out.toByteArray(), seed, 7), "x", 1000, LISTS)))
            .isEqualTo(rows);
      }
    }
  }

  @Test
  void writesAHeaderAndOneShape() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvWriter writer = new CsvWriter(out, ',', true)) {
      writer.write(dict("a", 1L, "b", 1.0));
      writer.write(dict("b", null, "a", true));
      assertThat(assertThrows(ValueException.class, () -> writer.write(dict("a", 1L))).getMessage())
          .contains(
              "a dict with the keys [a] does not fit the columns: the outputs before it were dicts with the keys [a, b].");
      assertThat(
              assertThrows(ValueException.class, () -> writer.write(dict("a", 1L, "b", List.of())))
                  .getMessage())
          .contains("a cell of CSV cannot hold");
      assertThrows(ValueException.class, () -> writer.write(List.of("a")));
      assertThrows(ValueException.class, () -> writer.write("a"));
      writer.write(dict("a", "x,y", "b", ""));
    }
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a,b\n1,1.0\ntrue,\n\"x,y\",\"\"\n");
  }

  @Test
  void writesListsWithoutAHeader() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvWriter writer = new CsvWriter(out, ';', true)) {
      writer.write(Tuple.of("a;b", 1L));
      writer.write(Arrays.asList(null, "é"));
      assertThrows(ValueException.class, () -> writer.write(List.of(1L)));
      assertThrows(ValueException.class, () -> writer.write(List.of("\ud800", 1L)));
    }
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\"a;b\";1\n;é\n");
  }

  @Test
  void countsLinesWhateverEndsThem() {
    for (String end : List.of("\n", "\r\n", "\r")) {
      refused("a,b|\"x|y\",1||1|".replace("|", end), CsvForm.COMMAS, "x:5: expected 2 cells");
    }
  }

  /** Whoever waits for the output of a record must not have to send the next one. */
  @Test
  void waitsForNothingBehindARecord() throws IOException {
    CsvReader reader =
        new CsvReader(
            new SequenceInputStream(
                new ByteArrayInputStream("a\n1\n".getBytes(StandardCharsets.UTF_8)), new Silent()),
            "x",
            1000,
            CsvForm.COMMAS);
    assertThat(reader.next()).isTrue();
    assertThat(reader.value()).isEqualTo(dict("a", "1"));
  }

  /** Nobody may ask it for anything. */
  private static final class Silent extends InputStream {
    @Override
    public int read() {
      throw new AssertionError("read too far");
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      throw new AssertionError("read too far");
    }
  }

  private static void refused(String text, CsvForm form, String message) {
    InputException e = assertThrows(InputException.class, () -> read(text, form));
    assertThat(e).hasMessageThat().startsWith(message);
  }

  private static List<@Nullable Object> read(String text, CsvForm form) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return all(new CsvReader(new Dripping(bytes, 1, 5), "x", 1000, form));
  }

  private static List<@Nullable Object> all(ItemReader reader) throws IOException {
    List<@Nullable Object> values = new ArrayList<>();
    while (reader.next()) {
      values.add(reader.value());
    }
    return values;
  }

  private static Map<String, @Nullable Object> dict(@Nullable Object... entries) {
    Map<String, @Nullable Object> dict = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      dict.put(String.valueOf(entries[i]), entries[i + 1]);
    }
    return dict;
  }
}
