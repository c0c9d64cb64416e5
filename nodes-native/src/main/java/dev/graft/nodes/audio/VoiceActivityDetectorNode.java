package dev.graft.nodes.audio;

import dev.graft.annotation.Example;
import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.annotation.State;
import dev.graft.node.Emitter;
import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.node.Transform;
import dev.graft.value.NdArray;
import dev.graft.value.Numbers;
import dev.graft.value.Tuple;
import dev.graft.value.Values;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says of each item whether somebody speaks in it. */
@Node(
    id = "voice-activity-detector",
    version = "1.0",
    summary = "Says of each item of audio whether somebody speaks in it.",
    category = "audio",
    effects = Node.Effects.NONE)
@Example(
    title = "One of two frames is loud.",
    params = "{\"frame_duration_ms\": 1}",
    items = {
      "{\"$tuple\": [{\"$nd\": {\"dtype\": \"<f4\", \"shape\": [1, 4], \"b64\": \"AAAAAAAAAAAAAAA/AAAAvw==\"}}, 2000]}"
    },
    outputs = {
      "{\"$tuple\": [{\"$tuple\": [{\"$nd\": {\"dtype\": \"<f4\", \"shape\": [1, 4], \"b64\": \"AAAAAAAAAAAAAAA/AAAAvw==\"}}, 2000]}, {\"is_speech\": true, \"speech_ratio\": {\"$f\": \"0.5\"}, \"avg_energy\": {\"$f\": \"0.25\"}, \"frame_duration_ms\": 1}]}"
    })
public final class VoiceActivityDetectorNode implements Transform<@Nullable Object, Object> {
  private static final int MOST_KEPT = 100;
  private static final double QUIET_PART = 0.3;
  private static final int MILLIS = 1000;

  private final int frameDuration;
  private final double energyThreshold;
  private final Number speechThreshold;
  private final boolean filterMode;
  private final boolean includeMetadata;

  /** The energies of the last frames, the latest last. */
  @State private List<Double> energies = new ArrayList<>();

  /** A node. */
  public VoiceActivityDetectorNode(Params params) {
    frameDuration = params.frameDurationMs();
    energyThreshold = params.energyThreshold().doubleValue();
    if (Double.isInfinite(energyThreshold) && params.energyThreshold() instanceof BigInteger) {
      throw new NodeException(ErrorKind.RANGE, "energy_threshold is too large for a float");
    }
    speechThreshold = params.speechThreshold();
    filterMode = params.filterMode();
    includeMetadata = params.includeMetadata();
  }

  @Override
  public void process(@Nullable Object item, Emitter<? super Object> out) {
    Audio audio = Audio.ofFloats(item);
    double[] frames = FrameEnergies.of(ChannelMix.mono(audio.array()), frameLength(audio.rate()));
    double threshold = threshold();
    int speech = 0;
    double sum = 0;
    for (double energy : frames) {
      speech += energy > threshold ? 1 : 0;
      sum += energy;
    }
    remember(frames);
    double ratio = speech / (double) Math.max(frames.length, 1);
    boolean isSpeech = Numbers.compare(ratio, speechThreshold) >= 0;
    if (isSpeech || !filterMode) {
      double average = sum / Math.max(frames.length, 1);
      NdArray samples = Samples.copy(audio.array());
      out.emit(
          filterMode || !includeMetadata
              ? audio.with(samples, audio.rate())
              : Tuple.of(
                  Tuple.of(samples, audio.rate()),
                  described(audio.metadata(), isSpeech, ratio, average)));
    }
  }

  /** A frame that is longer than any item is as good as one that is endless. */
  private int frameLength(Number rate) {
    BigInteger length =
        Values.toBigInteger(rate)
            .multiply(BigInteger.valueOf(frameDuration))
            .divide(BigInteger.valueOf(MILLIS));
    if (length.signum() == 0) {
      throw new NodeException(
          ErrorKind.INVALID,
          "a frame of %d ms has no sample at a rate of %s; set frame_duration_ms higher"
              .formatted(frameDuration, Values.quote(rate)));
    }
    return length.min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue();
  }

  /** What is loud is measured by what was quiet lately. */
  private double threshold() {
    if (energies.isEmpty()) {
      return energyThreshold;
    }
    double[] sorted = energies.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    double quiet = sorted[(int) (sorted.length * QUIET_PART)];
    return 0.7 * (2.5 * quiet) + 0.3 * energyThreshold;
  }

  private void remember(double[] frames) {
    for (int i = Math.max(0, frames.length - MOST_KEPT); i < frames.length; i++) {
      energies.add(frames[i]);
    }
    if (energies.size() > MOST_KEPT) {
      energies = new ArrayList<>(energies.subList(energies.size() - MOST_KEPT, energies.size()));
    }
  }

  private Map<@Nullable Object, @Nullable Object> described(
      @Nullable Map<?, ?> metadata, boolean isSpeech, double ratio, double average) {
    Map<@Nullable Object, @Nullable Object> described = new LinkedHashMap<>();
    if (metadata != null) {
      described.putAll(metadata);
    }
    described.put("is_speech", isSpeech);
    described.put("speech_ratio", ratio);
    described.put("avg_energy", average);
    described.put("frame_duration_ms", (long) frameDuration);
    return described;
  }

  /** The parameters. */
  public record Params(
      @Param(
              doc = "How long a frame is; what remains at the end of an item is not looked at.",
              defaultValue = "30",
              min = "1",
              max = "1000",
              unit = "ms")
          int frameDurationMs,
      @Param(
              doc = "How loud a frame of speech is at the start, as root mean square.",
              defaultValue = "0.02")
          Number energyThreshold,
      @Param(doc = "Which part of the frames makes an item speech.", defaultValue = "0.3")
          Number speechThreshold,
      @Param(doc = "Whether to emit only items with speech.", defaultValue = "false")
          boolean filterMode,
      @Param(
              doc = "Whether to emit what was found beside the audio; not in filter mode.",
              defaultValue = "true")
          boolean includeMetadata) {}
}
