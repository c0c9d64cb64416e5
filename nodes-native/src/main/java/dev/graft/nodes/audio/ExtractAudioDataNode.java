package dev.graft.nodes.audio;

import dev.graft.annotation.Example;
import dev.graft.annotation.Node;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;
import dev.graft.value.NdArray;
import org.jspecify.annotations.Nullable;

/** Emits the samples of audio as one row, the channels one after the other. */
@Node(
    id = "extract-audio-data",
    version = "1.0",
    summary = "Emits the samples of audio as one row, the channels one after the other.",
    category = "audio",
    effects = Node.Effects.NONE)
@Example(
    title = "Two channels, one after the other.",
    items = {
      "{\"$tuple\": [{\"$nd\": {\"dtype\": \"<i2\", \"shape\": [2, 2], \"b64\": \"AQACAAMABAA=\"}}, 8000]}"
    },
    outputs = {"{\"$nd\": {\"dtype\": \"<i2\", \"shape\": [4], \"b64\": \"AQACAAMABAA=\"}}"})
public final class ExtractAudioDataNode implements Transform<@Nullable Object, NdArray> {
  /** A node. */
  public ExtractAudioDataNode() {}

  @Override
  public void process(@Nullable Object item, Emitter<? super NdArray> out) {
    NdArray copy = Samples.copy(Audio.of(item).array());
    out.emit(NdArray.over(copy.type(), copy.order(), copy.bytes(), copy.size()));
  }
}
