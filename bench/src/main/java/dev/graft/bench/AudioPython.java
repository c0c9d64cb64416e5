package dev.graft.bench;

import dev.graft.value.NdArray;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bundled CPython that does the work with NumPy and SciPy, on the same samples. */
final class AudioPython implements AutoCloseable {
  static final String PROGRAM = "audio.py";
  private static final long NANOS_PER_SAMPLE = 150_000_000;

  private final BundledProgram program;
  private final Path output;
  private long perSample = 1;

  private AudioPython(BundledProgram program, Path output) {
    this.program = program;
    this.output = output;
  }

  /** A process that has the samples and has done the work once. */
  static AudioPython start(AudioWork work, NdArray samples, Workplace place) throws IOException {
    Path input = place.folder().resolve("audio.f32");
    try (FileChannel file =
        FileChannel.open(input, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = samples.bytes();
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    }
    BundledProgram program = BundledProgram.start(place.folder().resolve(PROGRAM), place);
    AudioPython python = new AudioPython(program, place.folder().resolve("audio.out"));
    Map<String, @Nullable Object> request = new LinkedHashMap<>();
    request.put("roots", BundledProgram.roots(place));
    request.put("work", work.id());
    request.put("input", input.toString());
    request.put("channels", (long) samples.shape()[0]);
    try {
      python.ask(request, 1);
    } catch (IOException | RuntimeException e) {
      python.close();
      throw e;
    }
    return python;
  }

  /** What the work makes, in bytes: for detection the samples, then ratio and average energy. */
  ByteBuffer outputs() throws IOException {
    Map<String, @Nullable Object> request = new LinkedHashMap<>();
    request.put("output", output.toString());
    ask(request, 1);
    return ByteBuffer.wrap(Files.readAllBytes(output));
  }

  /** Nanoseconds for the work done once, over about a sixth of a second. */
  double sampleNanos() throws IOException {
    double each = (double) ask(new LinkedHashMap<>(), perSample) / perSample;
    perSample = Math.max(1, Math.round(NANOS_PER_SAMPLE / Math.max(each, 1)));
    return each;
  }

  private long ask(Map<String, @Nullable Object> request, long count) throws IOException {
    request.put("count", count);
    @Nullable Object said = program.ask(request);
    if (said instanceof Map<?, ?> answer && answer.get("nanos") instanceof Long nanos) {
      return nanos;
    }
    throw new IOException(PROGRAM + " answered " + said);
  }

  @Override
  public void close() throws IOException {
    program.close();
  }
}
