package dev.graft.runtime.write;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class PromptWriterTest {
  @Test
  void flushesAtOnceWhileTheInputPauses() throws IOException {
    Recording recording = new Recording();
    try (PromptWriter writer = PromptWriter.start(recording)) {
      writer.inputPauses();
      writer.write("a");
      assertThat(recording.said()).containsExactly("a", "flush").inOrder();
    }
    assertThat(recording.said()).containsExactly("a", "flush", "close").inOrder();
  }

  @Test
  void flushesWhenTheInputBeginsToPause() throws IOException {
    Recording recording = new Recording();
    try (PromptWriter writer = PromptWriter.start(recording)) {
      writer.write("a");
      writer.inputPauses();
      assertThat(recording.said()).containsExactly("a", "flush").inOrder();
      writer.inputPauses();
      assertThat(recording.said()).hasSize(2); // nothing is new
    }
  }

  @Test
  void flushesSoonIfNobodyElseDoes() throws Exception {
    Recording recording = new Recording();
    try (PromptWriter writer = PromptWriter.start(recording)) {
      writer.write("a");
      assertThat(recording.flushed.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aFailureIsToldToTheNextWhoWrites() throws Exception {
    Recording recording = new Recording();
    recording.broken = true;
    PromptWriter writer = PromptWriter.start(recording);
    writer.write("a");
    assertThat(recording.flushed.await(10, TimeUnit.SECONDS)).isTrue();
    writer.inputPauses(); // waits for the other flush
    assertThat(assertThrows(IOException.class, () -> writer.write("b")))
        .hasMessageThat()
        .isEqualTo("full");
    assertThrows(IOException.class, writer::close);
    assertThat(recording.said()).containsExactly("a", "flush", "close").inOrder();
  }

  private static final class Recording implements ItemWriter {
    private final List<String> said = new ArrayList<>();
    private final CountDownLatch flushed = new CountDownLatch(1);
    private volatile boolean broken;

    @Override
    public synchronized void write(@Nullable Object value) {
      said.add(String.valueOf(value));
    }

    @Override
    public synchronized void flush() throws IOException {
      said.add("flush");
      flushed.countDown();
      if (broken) {
        throw new IOException("full");
      }
    }

    @Override
    public synchronized void close() {
      said.add("close");
    }

    synchronized List<String> said() {
      return List.copyOf(said);
    }
  }
}
