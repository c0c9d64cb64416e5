package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.backend.KeyedState;
import dev.graft.runtime.backend.NodeOpening;
import dev.graft.runtime.manifest.ManifestReader;
import dev.graft.runtime.permission.Grants;
import dev.graft.runtime.plan.StagePlan;
import dev.graft.runtime.run.GraftRuntime;
import dev.graft.runtime.run.SystemContext;
import dev.graft.value.DType;
import dev.graft.value.NdArray;
import dev.graft.value.Tuple;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The audio nodes in Java and with NumPy in a worker are given the same random audio: the outputs
 * have the same bits, and the state moves from one to the other in mid-signal.
 */
@Timeout(180)
final class AudioTwinsTest {
  private static final List<DType> TYPES = List.of(DType.values());
  private static final int[] RATES = {8000, 11_025, 16_000, 22_050, 44_100, 48_000, 96_000};
  private static final List<String> KEYS = List.of("a", "b");

  private static GraftRuntime runtime;
  private static BackendSession java;
  private static BackendSession cpython;

  @BeforeAll
  static void open() throws Exception {
    runtime = GraftRuntime.create(BackendSettings.ofUser());
    java = runtime.backend(BackendId.JAVA).openSession();
    cpython = runtime.backend(BackendId.CPYTHON).openSession();
  }

  @AfterAll
  static void close() {
    cpython.close();
    java.close();
    runtime.close();
  }

  @Test
  void resamplersAgree() throws Exception {
    for (int round = 0; round < 24; round++) {
      String quality = List.of("low", "medium", "high").get(round % 3);
      int target = RATES[round % RATES.length] + (round % 5 == 4 ? 1 : 0);
      agree(
          "audio-resampler",
          "{\"target_sample_rate\": %d, \"quality\": \"%s\", \"continuous\": %s}"
              .formatted(target, quality, round % 4 != 3),
          round,
          false);
    }
  }

  @Test
  void transformsAgree() throws Exception {
    for (int round = 0; round < 12; round++) {
      agree(
          "audio-transform",
          "{\"output_sample_rate\": %d, \"output_channels\": 1}".formatted(RATES[round % 7]),
          round,
          false);
    }
  }

  @Test
  void detectorsAgree() throws Exception {
    for (int round = 0; round < 12; round++) {
      agree(
          "voice-activity-detector",
          "{\"frame_duration_ms\": %d, \"energy_threshold\": 0.3, \"filter_mode\": %s}"
              .formatted(1 + round % 4, round % 3 == 2),
          round,
          false);
    }
  }

  @Test
  void buffersAgree() throws Exception {
    for (int round = 0; round < 12; round++) {
      agree("audio-buffer", "{\"buffer_size_samples\": %d}".formatted(1 << round), round, true);
    }
  }

  @Test
  void convertersAndExtractorsAgree() throws Exception {
    for (int round = 0; round < 12; round++) {
      String format = List.of("f32", "i16", "i32").get(round % 3);
      agree(
          "audio-format-converter", "{\"target_format\": \"%s\"}".formatted(format), round, false);
      agree("extract-audio-data", "{}", round, true);
    }
  }

  /** Two nodes get the same; now and then each goes on with the state of the other. */
  private static void agree(String type, String params, int seed, boolean anyType)
      throws Exception {
    Random random = new Random(seed);
    String what = "%s %s, seed %d".formatted(type, params, seed);
    HostedNode first = node(type, params, java, "java");
    HostedNode second = node(type, params, cpython, "cpython");
    int rate = RATES[random.nextInt(RATES.length)];
    int channels = 1 + random.nextInt(2);
    int outputs = 0;
    for (int i = 0; i < 12; i++) {
      if (random.nextInt(6) == 0) {
        rate = RATES[random.nextInt(RATES.length)];
        channels = 1 + random.nextInt(3);
      }
      Item item =
          new Item(
              i,
              KEYS.get(random.nextInt(KEYS.size())),
              Tuple.of(samples(random, channels, anyType), (long) rate, Map.of("n", (long) i)));
      List<@Nullable Object> expected = outputs(first, item);
      assertWithMessage("%s, item %s", what, i).that(outputs(second, item)).isEqualTo(expected);
      outputs += expected.size();
      List<KeyedState> state = first.snapshot();
      assertWithMessage("%s, state after %s", what, i).that(second.snapshot()).isEqualTo(state);
      if (random.nextInt(3) == 0) {
        List<KeyedState> other = second.snapshot();
        second.restore(state);
        first.restore(other);
      }
    }
    List<@Nullable Object> rest = new ArrayList<>();
    List<@Nullable Object> otherRest = new ArrayList<>();
    first.flush(rest::add);
    second.flush(otherRest::add);
    assertWithMessage("%s, end", what).that(otherRest).isEqualTo(rest);
    assertThat(outputs + rest.size()).isGreaterThan(0);
    first.close();
    second.close();
  }

  private static List<@Nullable Object> outputs(HostedNode node, Item item) throws Exception {
    List<@Nullable Object> outputs = new ArrayList<>();
    node.process(List.of(item), outputs::add);
    return outputs;
  }

  /** Noise with a few special values, in either order of bytes. */
  private static NdArray samples(Random random, int channels, boolean anyType) {
    DType type =
        anyType
            ? TYPES.get(random.nextInt(TYPES.size()))
            : random.nextBoolean() ? DType.FLOAT32 : DType.FLOAT64;
    ByteOrder order = random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    int length = random.nextInt(4) == 0 ? random.nextInt(3) : random.nextInt(1500);
    ByteBuffer bytes = ByteBuffer.allocate(channels * length * type.size()).order(order);
    double[] special = {0.0, -0.0, 1, -1, 1e-310, 1e30};
    for (int i = 0; i < channels * length; i++) {
      double sample =
          random.nextInt(40) == 0 ? special[random.nextInt(special.length)] : random.nextGaussian();
      switch (type) {
        case FLOAT32 -> bytes.putFloat((float) sample);
        case FLOAT64 -> bytes.putDouble(sample);
        default -> {
          for (int j = 0; j < type.size(); j++) {
            bytes.put((byte) (sample > 0 ? 1 : 0));
          }
        }
      }
    }
    return NdArray.over(type, order, bytes.flip(), channels, length);
  }

  private static HostedNode node(String type, String params, BackendSession session, String backend)
      throws Exception {
    String manifest =
        """
        {"version": "1", "name": "m",
         "nodes": [{"id": "n", "type": "%s", "params": %s, "backend": "%s"}]}
        """
            .formatted(type, params, backend);
    StagePlan stage =
        runtime.plan(ManifestReader.read(manifest, "m.json", Path.of(""))).stages().getFirst();
    StagePlan.Candidate candidate = stage.candidates().getFirst();
    return session.open(
        new NodeOpening(
            "n", candidate.node(), candidate.params(), Grants.NONE, SystemContext.of("n")));
  }
}
