package dev.graft.nodes.audio;

import dev.graft.annotation.Example;
import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;
import dev.graft.value.NdArray;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Gives every item the same rate and number of channels. */
@Node(
    id = "audio-transform",
    version = "1.0",
    summary = "Gives every item of audio the same rate and number of channels.",
    category = "audio",
    effects = Node.Effects.NONE)
@Example(
    title = "Two channels become their mean; the metadata is kept.",
    params = "{\"output_sample_rate\": 8000, \"output_channels\": 1}",
    items = {
      "{\"$tuple\": [{\"$nd\": {\"dtype\": \"<f4\", \"shape\": [2, 2], \"b64\": \"AACAPwAAAD8AAAAAAAAAPw==\"}}, 8000, {\"session_id\": \"a\"}]}"
    },
    outputs = {
      "{\"$tuple\": [{\"$nd\": {\"dtype\": \"<f4\", \"shape\": [1, 2], \"b64\": \"AAAAPwAAAD8=\"}}, 8000, {\"session_id\": \"a\"}]}"
    })
public final class AudioTransformNode implements Transform<@Nullable Object, Object> {
  private final int rate;
  private final int channels;
  private final FilterCache filters;

  /** A node. */
  public AudioTransformNode(Params params) {
    rate = params.outputSampleRate();
    channels = params.outputChannels();
    filters = new FilterCache(rate, ResamplerQuality.HIGH);
  }

  @Override
  public void process(@Nullable Object item, Emitter<? super Object> out) {
    Audio audio = Audio.ofFloats(item);
    NdArray array = audio.array();
    ChannelMix.check(audio.channels(), channels);
    IntFunction<double[]> channel = i -> Samples.channel(array, i);
    long length = audio.length();
    if (!audio.hasRate(rate)) {
      PolyphaseFilter filter = filters.of(audio.rate());
      length = Resampling.outputsOf(filter, audio.length());
      channel = i -> Resampling.whole(filter, Samples.channel(array, i));
    }
    Samples.bytes(array.type(), channels, length);
    double[][] mixed = ChannelMix.of(channel, audio.channels(), channels);
    out.emit(audio.with(Samples.of(array.type(), mixed), (long) rate));
  }

  /** The parameters. */
  public record Params(
      @Param(
              doc = "The rate of the outputs.",
              defaultValue = "44100",
              min = "1",
              max = "768000",
              unit = "Hz")
          int outputSampleRate,
      @Param(
              doc = "The number of channels of the outputs.",
              defaultValue = "2",
              min = "1",
              max = "64",
              unit = "channels")
          int outputChannels) {}
}
