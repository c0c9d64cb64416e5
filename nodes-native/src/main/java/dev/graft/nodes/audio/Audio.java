package dev.graft.nodes.audio;

import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.value.DType;
import dev.graft.value.NdArray;
import dev.graft.value.Tuple;
import dev.graft.value.Values;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An item that is audio: the tuple {@code (array, rate)} or {@code (array, rate, dict)}.
 *
 * @param array the samples; its two axes are channels, of which there is one at least, and time
 * @param rate samples per second, an int from 1 on in its one form
 * @param metadata the dict that ended the tuple, if there was one
 */
record Audio(NdArray array, Number rate, @Nullable Map<?, ?> metadata) {
  /** What a node without samples holds. */
  static final NdArray NOTHING = NdArray.of(new double[0], 0, 0);

  /**
   * Reads an item whose samples may be of any type.
   *
   * @throws NodeException of kind TYPE if it is no audio, INVALID if it has no channel or no rate
   */
  static Audio of(@Nullable Object item) {
    if (!(item instanceof Tuple tuple) || tuple.size() < 2 || tuple.size() > 3) {
      throw type("a tuple (array, rate) or (array, rate, dict)", item);
    }
    NdArray array = array(tuple.get(0));
    Object rate = tuple.get(1);
    if (!(rate instanceof Long || rate instanceof BigInteger)) {
      throw type("an int as rate", rate);
    }
    Map<?, ?> metadata = null;
    if (tuple.size() == 3) {
      if (!(tuple.get(2) instanceof Map<?, ?> dict)) {
        throw type("a dict behind the rate", tuple.get(2));
      }
      metadata = dict;
    }
    if (Values.toBigInteger((Number) rate).signum() < 1) {
      throw invalid("the rate of audio is 1 or more, not " + rate);
    } else if (array.shape()[0] == 0) {
      throw invalid("audio has at least one channel; the shape is (channels, samples)");
    }
    return new Audio(array, (Number) rate, metadata);
  }

  /**
   * Reads an item whose samples are floats.
   *
   * @throws NodeException as {@link #of}; of kind TYPE also if they are no float32 or float64
   */
  static Audio ofFloats(@Nullable Object item) {
    Audio audio = of(item);
    DType type = audio.array.type();
    if (type != DType.FLOAT32 && type != DType.FLOAT64) {
      throw new NodeException(
          ErrorKind.TYPE,
          "expected samples of float32 or float64, got "
              + audio.array.typeText()
              + "; put an audio-format-converter with target_format f32 before this node");
    }
    return audio;
  }

  private static NdArray array(@Nullable Object value) {
    if (!(value instanceof NdArray array) || array.rank() < 1 || array.rank() > 2) {
      throw type("an array of one or two axes", value);
    } else if (array.rank() == 2) {
      return array;
    }
    int[] shape = {1, array.size()};
    int[] strides = {0, array.strides()[0]};
    return NdArray.over(
        array.type(), array.order(), shape, strides, array.offset(), array.memory());
  }

  private static NodeException type(String wanted, @Nullable Object got) {
    return new NodeException(
        ErrorKind.TYPE, "expected audio with " + wanted + ", got " + Values.describe(got));
  }

  private static NodeException invalid(String message) {
    return new NodeException(ErrorKind.INVALID, message);
  }

  /** The number of channels. */
  int channels() {
    return array.shape()[0];
  }

  /** The number of samples of a channel. */
  int length() {
    return array.shape()[1];
  }

  /** Whether its rate is that one. */
  boolean hasRate(long wanted) {
    return rate instanceof Long && rate.longValue() == wanted;
  }

  /** Whether it can go on where other samples end: the same channels and the same type. */
  boolean continues(NdArray other) {
    return other.shape()[0] == channels() && other.typeText().equals(array.typeText());
  }

  /** The item with other samples and its metadata, if it has any. */
  Tuple with(NdArray samples, Number newRate) {
    return metadata == null
        ? Tuple.of(samples, newRate)
        : Tuple.copyOf(Arrays.asList(samples, newRate, metadata));
  }
}
