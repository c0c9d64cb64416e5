package dev.graft.python.cpython;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.python.host.Example;
import dev.graft.python.host.PortableExamples;
import dev.graft.python.host.PythonProgram;
import dev.graft.runtime.json.TypedJson;
import dev.graft.value.ValueException;
import dev.graft.value.Values;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Both languages write the same bytes for a value, and read them back. */
final class WireFormatTest {
  private static final HexFormat HEX = HexFormat.of();

  /** Takes messages in hex, one on each line; gives each as Python itself would have written it. */
  private static final String REWRITE =
      """
      import sys
      from graft import msgpack, unmsgpack
      for line in sys.stdin:
          value = unmsgpack.decode(bytes.fromhex(line), "in")
          print(msgpack.encode(value, "out").hex())
      """;

  @Test
  void whatJavaWritesJavaReads() throws IOException {
    for (Object value : PortableExamples.all()) {
      assertWithMessage(Values.describe(value))
          .that(MessageReader.read(MessageWriter.bytes(value)))
          .isEqualTo(value);
    }
  }

  @Test
  void whatJavaWritesPythonReadsAndWritesByteForByte() throws Exception {
    String messages =
        PortableExamples.all().stream()
            .map(value -> HEX.formatHex(MessageWriter.bytes(value)))
            .collect(Collectors.joining("\n"));
    assertThat(PythonProgram.run(REWRITE, messages).lines().toList())
        .containsExactlyElementsIn(messages.lines().toList())
        .inOrder();
  }

  @Test
  void theExamplesHoldInJava() throws Exception {
    assertThat(Example.all().size()).isAtLeast(50);
    for (Example example : Example.all()) {
      assertWithMessage(example.json())
          .that(HEX.formatHex(MessageWriter.bytes(example.value())))
          .isEqualTo(example.message());
      assertWithMessage(example.json())
          .that(MessageReader.read(HEX.parseHex(example.message())))
          .isEqualTo(example.value());
      assertThat(TypedJson.write(example.value())).isEqualTo(example.json());
    }
  }

  @Test
  void theExamplesHoldInPython() throws Exception {
    List<String> messages = Example.all().stream().map(Example::message).toList();
    String program =
        Example.ECHO + "from graft import classes\nclasses.register(__name__)\n" + REWRITE;
    assertThat(PythonProgram.run(program, String.join("\n", messages)).lines().toList())
        .containsExactlyElementsIn(messages)
        .inOrder();
  }

  @Test
  void whatIsNotPortableIsRefusedWithItsPlace() {
    ValueException e =
        assertThrows(
            ValueException.class,
            () -> MessageWriter.bytes(List.of(1L, java.util.Map.of("k", new Object[0]))));
    assertThat(e.path()).isEqualTo("[1].k");
  }

  @Test
  void tooDeepIsRefused() {
    Object value = 1L;
    for (int i = 0; i < 1100; i++) {
      value = List.of(value);
    }
    Object deep = value;
    assertThrows(ValueException.class, () -> MessageWriter.bytes(deep));
  }

  @Test
  void brokenMessagesAreRefused() {
    for (String hex : List.of("c1", "92c0", "d9ff61", "c0c0", "c7010900")) {
      assertThrows(Exception.class, () -> MessageReader.read(HEX.parseHex(hex)));
    }
  }
}
