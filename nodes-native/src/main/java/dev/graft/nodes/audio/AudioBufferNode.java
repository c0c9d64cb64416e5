package dev.graft.nodes.audio;

import dev.graft.annotation.AsTuple;
import dev.graft.annotation.Example;
import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.annotation.State;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;
import dev.graft.value.NdArray;
import dev.graft.value.Values;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Cuts audio anew, into items of a fixed number of samples. */
@Node(
    id = "audio-buffer",
    version = "1.0",
    summary = "Cuts audio anew, into items of a fixed number of samples.",
    category = "audio",
    effects = Node.Effects.NONE)
@Example(
    title = "Items of four samples; the rest comes at the end.",
    params = "{\"buffer_size_samples\": 4}",
    items = {
      "{\"$tuple\": [{\"$nd\": {\"dtype\": \"<i2\", \"shape\": [1, 3], \"b64\": \"AQACAAMA\"}}, 8000]}",
      "{\"$tuple\": [{\"$nd\": {\"dtype\": \"<i2\", \"shape\": [1, 3], \"b64\": \"BAAFAAYA\"}}, 8000]}"
    },
    outputs = {
      "{\"$tuple\": [{\"$nd\": {\"dtype\": \"<i2\", \"shape\": [1, 4], \"b64\": \"AQACAAMABAA=\"}}, 8000]}",
      "{\"$tuple\": [{\"$nd\": {\"dtype\": \"<i2\", \"shape\": [1, 2], \"b64\": \"BQAGAA==\"}}, 8000]}"
    })
public final class AudioBufferNode implements Transform<@Nullable Object, AudioBufferNode.Chunk> {
  private final int size;
  private final SampleStore store = new SampleStore();
  @State private NdArray samples = Audio.NOTHING;
  @State private BigInteger rate = BigInteger.ZERO;

  /** A node. */
  public AudioBufferNode(Params params) {
    // No array has more samples than an int says, so a larger size is one that is never reached.
    size = params.bufferSizeSamples().min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue();
  }

  @Override
  public void process(@Nullable Object item, Emitter<? super Chunk> out) {
    Audio audio = Audio.of(item);
    BigInteger newRate = Values.toBigInteger(audio.rate());
    if (audio.length() == 0) {
      return;
    } else if (held() > 0 && !(audio.continues(samples) && newRate.equals(rate)) && !release(out)) {
      return;
    }
    int taken = 0;
    while (taken < audio.length()) {
      int end = Math.min(audio.length(), taken + size - held());
      samples = store.append(samples, audio.array().slice(1, taken, end, 1), size);
      rate = newRate;
      taken = end;
      if (held() == size && !release(out)) {
        return; // what nobody wants is not taken either
      }
    }
  }

  @Override
  public void flush(Emitter<? super Chunk> out) {
    if (held() > 0) {
      release(out);
    }
  }

  /** Emits what is held; whether anybody wants more. */
  private boolean release(Emitter<? super Chunk> out) {
    NdArray all = samples.isRowByRow() ? samples : Samples.copy(samples);
    Chunk chunk = new Chunk(all, rate);
    samples = Audio.NOTHING;
    rate = BigInteger.ZERO;
    return out.emit(chunk);
  }

  private int held() {
    return samples.shape()[1];
  }

  /** The parameters. */
  public record Params(
      @Param(doc = "How many samples of each channel make one item.", min = "1", unit = "samples")
          BigInteger bufferSizeSamples) {}

  /** Audio without metadata. */
  @AsTuple
  public record Chunk(NdArray samples, BigInteger rate) {}
}
