package dev.graft.nodes.audio;

import dev.graft.annotation.Example;
import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;
import org.jspecify.annotations.Nullable;

/** Converts the samples of audio between float and integer formats. */
@Node(
    id = "audio-format-converter",
    version = "1.0",
    summary = "Converts the samples of audio between float and integer formats.",
    category = "audio",
    effects = Node.Effects.NONE)
@Example(
    title = "Full scale is one more than the largest int.",
    params = "{\"target_format\": \"i16\"}",
    items = {
      "{\"$tuple\": [{\"$nd\": {\"dtype\": \"<f4\", \"shape\": [1, 3], \"b64\": \"AAAAPwAAgL8AAIA/\"}}, 8000]}"
    },
    outputs = {
      "{\"$tuple\": [{\"$nd\": {\"dtype\": \"<i2\", \"shape\": [1, 3], \"b64\": \"AEAAgP9/\"}}, 8000]}"
    })
public final class AudioFormatConverterNode implements Transform<@Nullable Object, Object> {
  private final SampleFormat target;

  /** A node. */
  public AudioFormatConverterNode(Params params) {
    target = params.targetFormat();
  }

  @Override
  public void process(@Nullable Object item, Emitter<? super Object> out) {
    Audio audio = Audio.of(item);
    out.emit(
        audio.array().type() == target.type() && item != null
            ? item
            : audio.with(FormatConversion.of(audio.array(), target), audio.rate()));
  }

  /** The parameters. */
  public record Params(
      @Param(doc = "The format to convert to.", defaultValue = "f32") SampleFormat targetFormat) {}
}
