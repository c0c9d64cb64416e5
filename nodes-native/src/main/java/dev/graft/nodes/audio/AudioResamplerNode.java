package dev.graft.nodes.audio;

import dev.graft.annotation.Example;
import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.annotation.State;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;
import dev.graft.value.DType;
import dev.graft.value.NdArray;
import dev.graft.value.Tuple;
import org.jspecify.annotations.Nullable;

/** Changes the rate of audio, with a filter that keeps out what the new rate cannot hold. */
@Node(
    id = "audio-resampler",
    version = "1.0",
    summary = "Changes the rate of audio, as one signal over all items or each item alone.",
    category = "audio",
    effects = Node.Effects.NONE)
@Example(
    title = "At twice the rate two samples become four, which are known when the signal has ended.",
    params = "{\"target_sample_rate\": 2, \"quality\": \"low\"}",
    items = {
      "{\"$tuple\": [{\"$nd\": {\"dtype\": \"<f4\", \"shape\": [2], \"b64\": \"AACAPwAAAD8=\"}}, 1]}"
    },
    outputs = {
      "{\"$tuple\": [{\"$nd\": {\"dtype\": \"<f4\", \"shape\": [1, 4], \"b64\": \"CuBwP1cZcD+63w0/JikJPg==\"}}, 2]}"
    })
public final class AudioResamplerNode implements Transform<@Nullable Object, Object> {
  private final int target;
  private final boolean continuous;
  private final FilterCache filters;

  /** The rate of the signal that goes on; 0 if none does. */
  @State private long rate;

  /** The signal from the first sample on that the next output is made of. */
  @State private NdArray tail = Audio.NOTHING;

  /** Where between two samples of the tail the next output is. */
  @State private int phase;

  /** A node. */
  public AudioResamplerNode(Params params) {
    target = params.targetSampleRate();
    continuous = params.continuous();
    filters = new FilterCache(target, params.quality());
  }

  @Override
  public void process(@Nullable Object item, Emitter<? super Object> out) {
    Audio audio = Audio.ofFloats(item);
    if (audio.hasRate(target) && item != null) {
      flush(out);
      out.emit(item);
    } else if (audio.length() > 0) {
      PolyphaseFilter filter = filters.of(audio.rate());
      if (continuous) {
        goOn(audio, filter, out);
      } else {
        alone(audio, filter, out);
      }
    }
  }

  private void alone(Audio audio, PolyphaseFilter filter, Emitter<? super Object> out) {
    NdArray array = audio.array();
    Samples.bytes(array.type(), audio.channels(), Resampling.outputsOf(filter, audio.length()));
    double[][] channels = new double[audio.channels()][];
    for (int i = 0; i < channels.length; i++) {
      channels[i] = Resampling.whole(filter, Samples.channel(array, i));
    }
    out.emit(Tuple.of(Samples.of(array.type(), channels), (long) target));
  }

  private void goOn(Audio audio, PolyphaseFilter filter, Emitter<? super Object> out) {
    boolean goesOn = audio.hasRate(rate) && audio.continues(tail);
    int before = goesOn ? tail.shape()[1] : filter.half() - 1;
    int length = Math.addExact(before, audio.length());
    Resampling step = new Resampling(filter, length, goesOn ? phase : 0);
    DType type = audio.array().type();
    Samples.bytes(type, audio.channels(), step.outputs());
    double[][] stretches = new double[audio.channels()][length];
    for (int i = 0; i < stretches.length; i++) {
      if (goesOn) {
        Samples.read(tail, i, stretches[i], 0);
      }
      Samples.read(audio.array(), i, stretches[i], before);
    }
    if (!goesOn) {
      flush(out);
    }
    rate = audio.rate().longValue();
    tail = Samples.of(type, stretches, step.consumed(), length);
    phase = step.nextPhase();
    emit(step, stretches, type, out);
  }

  @Override
  public void flush(Emitter<? super Object> out) {
    if (rate == 0) {
      return;
    }
    PolyphaseFilter filter = filters.of(rate);
    NdArray rest = tail;
    int length = rest.shape()[1] + filter.half();
    Resampling step = new Resampling(filter, length, phase);
    double[][] stretches = new double[rest.shape()[0]][length];
    for (int i = 0; i < stretches.length; i++) {
      Samples.read(rest, i, stretches[i], 0);
    }
    rate = 0;
    tail = Audio.NOTHING;
    phase = 0;
    emit(step, stretches, rest.type(), out);
  }

  private void emit(
      Resampling step, double[][] stretches, DType type, Emitter<? super Object> out) {
    if (step.outputs() > 0) {
      double[][] outputs = new double[stretches.length][];
      for (int i = 0; i < outputs.length; i++) {
        outputs[i] = step.apply(stretches[i]);
      }
      out.emit(Tuple.of(Samples.of(type, outputs), (long) target));
    }
  }

  /** The parameters. */
  public record Params(
      @Param(
              doc = "The rate of the outputs.",
              defaultValue = "44100",
              min = "1",
              max = "768000",
              unit = "Hz")
          int targetSampleRate,
      @Param(
              doc = "How steep the filter is; a steeper one looks at more samples.",
              defaultValue = "high")
          ResamplerQuality quality,
      @Param(
              doc = "Whether the items of a session are one signal; else each is one of its own.",
              defaultValue = "true")
          boolean continuous) {}
}
