package dev.graft.nodes.audio;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.value.DType;
import dev.graft.value.NdArray;
import dev.graft.value.Tuple;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AudioTest {
  private static final NdArray TWO = NdArray.of(new float[] {1, 2, 3, 4}, 2, 2);

  private static NodeException refusal(Object item) {
    return assertThrows(NodeException.class, () -> Audio.ofFloats(item));
  }

  @Test
  void readsTuplesOfTwoAndThree() {
    Audio plain = Audio.of(Tuple.of(TWO, 8000L));
    assertThat(plain.channels()).isEqualTo(2);
    assertThat(plain.length()).isEqualTo(2);
    assertThat(plain.metadata()).isNull();
    assertThat(plain.with(TWO, 1L)).isEqualTo(Tuple.of(TWO, 1L));
    Audio full = Audio.of(Tuple.of(TWO, BigInteger.TWO.pow(70), Map.of("a", 1L)));
    assertThat(full.hasRate(0)).isFalse(); // the low bits of 2^70
    assertThat(full.with(TWO, 1L)).isEqualTo(Tuple.of(TWO, 1L, Map.of("a", 1L)));
  }

  @Test
  void oneAxisIsOneChannelOfTheSameMemory() {
    NdArray every = NdArray.of(new float[] {1, 2, 3, 4, 5}).slice(0, 0, 5, 2);
    Audio audio = Audio.of(Tuple.of(every, 8000L));
    assertThat(audio.array()).isEqualTo(NdArray.of(new float[] {1, 3, 5}, 1, 3));
    assertThat(audio.array().memory()).isSameInstanceAs(every.memory());
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(refusal(List.of(TWO, 1L)).kind()).isEqualTo(ErrorKind.TYPE);
    assertThat(refusal(List.of(TWO, 1L)))
        .hasMessageThat()
        .isEqualTo(
            "expected audio with a tuple (array, rate) or (array, rate, dict), got list of 2");
    assertThat(refusal(Tuple.of(TWO, 1.0)))
        .hasMessageThat()
        .isEqualTo("expected audio with an int as rate, got float 1.0");
    assertThat(refusal(Tuple.of(TWO, 0L)).kind()).isEqualTo(ErrorKind.INVALID);
    assertThat(refusal(Tuple.of(TWO.at(0).slice(0, 0, 0, 1).transposed(), -5L)))
        .hasMessageThat()
        .isEqualTo("the rate of audio is 1 or more, not -5");
    assertThat(refusal(Tuple.of(NdArray.of(new int[] {1}), 1L)))
        .hasMessageThat()
        .contains("got <i4; put an audio-format-converter");
  }

  @Test
  void goesOnWithTheSameChannelsAndTypeOnly() {
    Audio audio = Audio.of(Tuple.of(TWO, 1L));
    assertThat(audio.continues(NdArray.of(new float[6], 2, 3))).isTrue();
    assertThat(audio.continues(NdArray.of(new float[6], 3, 2))).isFalse();
    assertThat(audio.continues(NdArray.of(new double[6], 2, 3))).isFalse();
    NdArray otherOrder =
        NdArray.over(DType.FLOAT32, ByteOrder.BIG_ENDIAN, ByteBuffer.allocate(16), 2, 2);
    assertThat(audio.continues(otherOrder)).isFalse();
  }
}
