package dev.graft.runtime.read;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.runtime.run.InputException;
import dev.graft.runtime.write.WavCoding;
import dev.graft.runtime.write.WavWriter;
import dev.graft.value.NdArray;
import dev.graft.value.Tuple;
import dev.graft.value.ValueException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WavReaderTest {
  private static final int PCM = 1;
  private static final int FLOAT = 3;

  @TempDir Path folder = Path.of("");

  @Test
  void readsEveryCodingByItsFullScale() throws IOException {
    assertSamples(wav(PCM, 8).bytes(b(0, 128, 255)), -1f, 0f, 127 / 128f);
    assertSamples(wav(PCM, 16).bytes(b(0, 0x80, 0, 0, 0xff, 0x7f)), -1f, 0f, 32767 / 32768f);
    assertSamples(
        wav(PCM, 24).bytes(b(0, 0, 0x80, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f)),
        -1f,
        -1 / 8388608f,
        8388607 / 8388608f);
    assertSamples(wav(PCM, 32).bytes(b(0, 0, 0, 0x80, 0, 0, 0, 0x40)), -1f, 0.5f);
    assertSamples(wav(PCM, 12).bytes(b(0, 0x80)), -1f); // 12 bits, at the upper end of 16
    assertSamples(wav(FLOAT, 32).bytes(b(0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0)), 1f, -2f);
    assertSamples(wav(FLOAT, 64).bytes(b(0, 0, 0, 0, 0, 0, 0xe0, 0x3f)), 0.5f);
    assertSamples(
        WavBytes.riff("RIFF", 0)
            .extensible(PCM, 1, 8000, 16)
            .text("data")
            .number(-1)
            .bytes(b(0, 0x80)),
        -1f);
    assertSamples(
        WavBytes.riff("RIFF", 0)
            .extensible(FLOAT, 1, 8000, 32)
            .text("data")
            .number(-1)
            .bytes(b(0, 0, 0x80, 0x3f)),
        1f);
  }

  @Test
  void skipsWhatIsNoSound() throws IOException {
    assertSamples(
        WavBytes.riff("RIFF", 100)
            .text("LIST")
            .number(3)
            .bytes(b(1, 2, 3, 0)) // an odd one is padded
            .format(PCM, 1, 8000, 8)
            .text("fact")
            .number(4)
            .number(1)
            .text("data")
            .number(1)
            .bytes(b(255, 0))
            .text("LIST")
            .number(2)
            .bytes(b(9, 9)),
        127 / 128f);
  }

  @Test
  void takesSizesThatNobodyKnew() throws IOException {
    for (long size : new long[] {0, 0xffff_ffffL, 0x7fff_f000L, 0x8000_0000L}) {
      assertSamples(
          WavBytes.riff("RIFF", 0)
              .format(PCM, 1, 8000, 8)
              .text("data")
              .number(size)
              .bytes(b(0, 128)),
          -1f,
          0f);
    }
    assertSamples(
        WavBytes.riff("RIFF", 46)
            .format(PCM, 1, 8000, 8)
            .text("data")
            .number(0)
            .text("LIST")
            .number(2)
            .bytes(b(9, 9)));
    assertSamples(
        WavBytes.riff("RF64", -1)
            .text("ds64")
            .number(28)
            .number(0)
            .number(0)
            .number(2)
            .number(0)
            .number(2)
            .number(0)
            .number(0)
            .format(PCM, 1, 8000, 8)
            .text("data")
            .number(-1)
            .bytes(b(0, 128, 9, 9)),
        -1f,
        0f);
  }

  @Test
  void cutsIntoBlocksWhateverTheChunks() throws IOException {
    Random random = new Random(1);
    for (int seed = 0; seed < 200; seed++) {
      int channels = 1 + random.nextInt(3);
      int frames = random.nextInt(200);
      byte[] samples = new byte[channels * frames * 2];
      random.nextBytes(samples);
      byte[] wav =
          WavBytes.riff("RIFF", 36 + samples.length)
              .format(PCM, channels, 8000, 16)
              .text("data")
              .number(samples.length)
              .bytes(samples)
              .done();
      List<Tuple> blocks = all(new WavReader(new Dripping(wav, seed, 50), "x", 4));
      for (int i = 0; i < blocks.size(); i++) {
        NdArray array = (NdArray) Objects.requireNonNull(blocks.get(i).items().get(0));
        assertThat(array.shape()).isEqualTo(new int[] {channels, Math.min(32, frames - i * 32)});
      }
      assertWithMessage("seed %s", seed).that(blocks).hasSize((frames + 31) / 32);
      assertThat(written(blocks, WavCoding.PCM16)).isEqualTo(frames == 0 ? new byte[0] : wav);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"speech-austen-0870.wav", "speech-austen-0890.wav"})
  void realSpeechComesOutAsItWentIn(String name) throws IOException {
    byte[] speech;
    try (var in = WavReaderTest.class.getResourceAsStream(name)) {
      speech = Objects.requireNonNull(in).readAllBytes();
    }
    List<Tuple> blocks = all(new WavReader(new ByteArrayInputStream(speech), name, 100));
    assertThat(blocks.getFirst().items().get(1)).isEqualTo(16_000L);
    assertThat(((NdArray) Objects.requireNonNull(blocks.getFirst().items().get(0))).shape())
        .isEqualTo(new int[] {1, 1600});
    assertThat(written(blocks, WavCoding.PCM16)).isEqualTo(speech);
    byte[] floats = written(blocks, WavCoding.FLOAT32);
    assertThat(all(new WavReader(new ByteArrayInputStream(floats), name, 100))).isEqualTo(blocks);
  }

  @Test
  void saysThatAudioIsCutOffAfterWhatThereIs() throws IOException {
    cutOff(b(0, 0, 0, 1)); // after a frame
    cutOff(b(0, 0, 0, 1, 0)); // within one
  }

  private static void cutOff(byte[] samples) throws IOException {
    byte[] wav =
        WavBytes.riff("RIFF", 100)
            .format(PCM, 1, 8000, 16)
            .text("data")
            .number(8)
            .bytes(samples)
            .done();
    WavReader reader = new WavReader(new ByteArrayInputStream(wav), "in.wav", 100);
    assertThat(reader.next()).isTrue();
    assertThat(assertThrows(InputException.class, reader::next))
        .hasMessageThat()
        .startsWith("in.wav: the audio is cut off: it ends after 2 of 4 frames.");
    assertThat(reader.next()).isFalse();
  }

  @Test
  void saysWhyItIsNoWavThatCanBeRead() {
    refused("RIFX\0\0\0\0WAVE", "it is big-endian (RIFX)");
    refused("ID3 an mp3 file", "it is no WAV file: it does not begin with RIFF. ");
    refused("RIFF\0\0\0\0AVI ", "it is no WAV file: it is RIFF of another kind.");
    refused("", "the WAV header is cut off");
    refused("RIFF\0\0\0\0WAVEfmt \u0010\0\0\0", "the WAV header is cut off");
    refused("RIFF\0\0\0\0WAVEdata\0\0\0\0", "the samples come before their format");
    refused(wav(2, 4), "its samples are ADPCM. Convert it");
    refused(wav(7, 8), "its samples are µ-law. Convert it");
    refused(wav(PCM, 40), "its samples are 40 bits wide. Convert it");
    refused(WavBytes.riff("RIFF", 0).format(PCM, 0, 8000, 16), "it has 0 channels");
    refused(
        WavBytes.riff("RIFF", 0).text("fmt ").number(4).number(1),
        "a chunk of its header has 4 bytes");
  }

  @Test
  void aFileGetsItsSizesAndAPipeAllOnes() throws IOException {
    Tuple block = Tuple.of(NdArray.of(new float[] {0.5f, -0.5f}, 1, 2), 8000L);
    ByteArrayOutputStream pipe = new ByteArrayOutputStream();
    try (WavWriter writer = new WavWriter(pipe, Optional.empty(), WavCoding.FLOAT32)) {
      writer.write(block);
    }
    byte[] file = written(List.of(block), WavCoding.FLOAT32);
    byte[] piped = pipe.toByteArray();
    assertThat(piped.length).isEqualTo(file.length);
    for (int at : new int[] {4, 46, 54}) { // of RIFF, the number of frames, of the samples
      assertThat(number(piped, at)).isEqualTo(-1);
    }
    assertThat(number(file, 4)).isEqualTo(file.length - 8);
    assertThat(number(file, 46)).isEqualTo(2);
    assertThat(number(file, 54)).isEqualTo(8);
    assertThat(all(new WavReader(new ByteArrayInputStream(piped), "x", 100)))
        .containsExactly(block);
  }

  @Test
  void roundsAndCutsOffAndRefusesTheRest() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (WavWriter writer = new WavWriter(out, Optional.empty(), WavCoding.PCM16)) {
      writer.write(
          Tuple.of(
              NdArray.of(
                  new double[] {
                    0.5 / 32768, 1.5 / 32768, -2.5 / 32768, 1, -9, Double.POSITIVE_INFINITY
                  }),
              8000L,
              Map.of()));
      Tuple other = Tuple.of(NdArray.of(new float[2], 2, 1), 8000L);
      assertThat(assertThrows(ValueException.class, () -> writer.write(other)))
          .hasMessageThat()
          .contains("audio of 2 channels at 8000 Hz does not go on with 1 at 8000 Hz.");
      Tuple nan = Tuple.of(NdArray.of(new float[] {0, Float.NaN}), 8000L);
      assertThat(assertThrows(ValueException.class, () -> writer.write(nan)))
          .hasMessageThat()
          .contains("sample 1 of channel 0 is NaN");
      assertThrows(
          ValueException.class, () -> writer.write(Tuple.of(NdArray.of(new short[] {1}), 8000L)));
      assertThrows(ValueException.class, () -> writer.write("sound"));
      assertThrows(
          ValueException.class,
          () -> writer.write(Tuple.of(NdArray.of(new float[8], 2, 2, 2), 8000L)));
    }
    byte[] bytes = out.toByteArray();
    List<Integer> samples = new ArrayList<>();
    for (int at = 44; at < bytes.length; at += 2) {
      samples.add((bytes[at] & 0xff) | (bytes[at + 1] << 8));
    }
    assertThat(samples).containsExactly(0, 2, -2, 32767, -32768, 32767).inOrder();
  }

  private byte[] written(List<Tuple> blocks, WavCoding coding) throws IOException {
    Path file = folder.resolve("out.wav");
    FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING);
    try (WavWriter writer =
        new WavWriter(Channels.newOutputStream(channel), Optional.of(channel), coding)) {
      for (Tuple block : blocks) {
        writer.write(block);
      }
    }
    return Files.readAllBytes(file);
  }

  private static WavBytes wav(int code, int bits) {
    return WavBytes.riff("RIFF", 0).format(code, 1, 8000, bits).text("data").number(-1);
  }

  private static void assertSamples(WavBytes wav, float... samples) throws IOException {
    List<Tuple> blocks = all(new WavReader(new ByteArrayInputStream(wav.done()), "x", 1000));
    if (samples.length == 0) {
      assertThat(blocks).isEmpty();
    } else {
      assertThat(blocks).containsExactly(Tuple.of(NdArray.of(samples, 1, samples.length), 8000L));
    }
  }

  private static void refused(String bytes, String message) {
    refused(bytes.getBytes(StandardCharsets.ISO_8859_1), message);
  }

  private static void refused(WavBytes wav, String message) {
    refused(wav.done(), message);
  }

  private static void refused(byte[] wav, String message) {
    WavReader reader = new WavReader(new ByteArrayInputStream(wav), "in.wav", 100);
    assertThat(assertThrows(InputException.class, reader::next))
        .hasMessageThat()
        .startsWith("in.wav: " + message);
  }

  private static List<Tuple> all(WavReader reader) throws IOException {
    List<Tuple> values = new ArrayList<>();
    while (reader.next()) {
      values.add((Tuple) Objects.requireNonNull(reader.value()));
    }
    return values;
  }

  private static int number(byte[] bytes, int at) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
  }

  private static byte[] b(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
