package dev.graft.nodes.audio;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.value.DType;
import dev.graft.value.NdArray;
import org.junit.jupiter.api.Test;

final class SampleStoreTest {
  private static NdArray row(float... samples) {
    return NdArray.of(samples, 1, samples.length);
  }

  @Test
  void appendsWithoutMovingWhatIsThere() {
    SampleStore store = new SampleStore();
    NdArray one = store.append(Audio.NOTHING, row(1, 2), 100);
    NdArray two = store.append(one, row(3), 100);
    NdArray three = store.append(two, row(4), 100);
    assertThat(three).isEqualTo(row(1, 2, 3, 4));
    assertThat(three.memory()).isSameInstanceAs(two.memory()); // there was room for it
    assertThat(one).isEqualTo(row(1, 2));
  }

  @Test
  void whoGoesOnFromAnEarlierArrayDisturbsNobody() {
    SampleStore store = new SampleStore();
    NdArray early = store.append(store.append(Audio.NOTHING, row(1, 2), 9), row(3), 9);
    NdArray late = store.append(early, row(4), 9);
    NdArray other = store.append(early, row(5), 9);
    assertThat(late).isEqualTo(row(1, 2, 3, 4));
    assertThat(other).isEqualTo(row(1, 2, 3, 5));
  }

  @Test
  void anArrayOfOtherMemoryIsCopied() {
    SampleStore store = new SampleStore();
    NdArray restored = row(7, 8);
    assertThat(store.append(restored, row(9), 3)).isEqualTo(row(7, 8, 9));
    assertThat(restored).isEqualTo(row(7, 8));
  }

  @Test
  void moreThanAnArrayCanHaveIsRefused() {
    NodeException thrown =
        assertThrows(NodeException.class, () -> Samples.bytes(DType.FLOAT64, 64, 1L << 22));
    assertThat(thrown.kind()).isEqualTo(ErrorKind.RANGE);
    assertThat(Samples.bytes(DType.FLOAT32, 2, (1L << 28) - 1)).isEqualTo(Integer.MAX_VALUE - 7);
  }
}
