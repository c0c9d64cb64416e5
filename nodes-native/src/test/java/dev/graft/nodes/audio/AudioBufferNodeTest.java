package dev.graft.nodes.audio;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.graft.nodes.Driver;
import dev.graft.value.NdArray;
import dev.graft.value.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class AudioBufferNodeTest {
  private static Driver buffer(long size) {
    return new Driver(new AudioBufferNodeFactory(), Map.of("buffer_size_samples", size));
  }

  /** Whatever the items are, the outputs are the same, also if the node moves in between. */
  @Test
  void cutsAnywayTheSame() {
    NdArray signal = NdArray.of(Sounds.noise(3000, 1, 1), 3, 1000);
    for (int round = 0; round < 100; round++) {
      Random random = new Random(round);
      int size = 1 + random.nextInt(120);
      Driver node = buffer(size);
      List<@Nullable Object> outputs = new ArrayList<>();
      for (Tuple piece : Sounds.pieces(signal, 8000, 1 + random.nextInt(200), random)) {
        if (random.nextInt(4) == 0) {
          Map<String, @Nullable Object> state = node.instance().snapshot();
          node = buffer(size);
          node.instance().restore(state);
        }
        outputs.addAll(node.process(piece));
      }
      outputs.addAll(node.flush());
      List<Tuple> expected = new ArrayList<>();
      for (int at = 0; at < 1000; at += size) {
        NdArray part = signal.slice(1, at, Math.min(1000, at + size), 1);
        expected.add(Tuple.of(part, 8000L));
      }
      assertWithMessage("round %s", round).that(outputs).isEqualTo(expected);
      outputs.forEach(out -> assertThat(Sounds.array(out).isRowByRow()).isTrue());
    }
  }

  @Test
  void manySmallItemsCostNoMoreThanLargeOnes() {
    Driver node = buffer(1 << 18);
    Tuple sample = Sounds.mono(8000, 1f);
    for (int i = 1; i < 1 << 18; i++) { // copying all each time would take minutes
      assertThat(node.process(sample)).isEmpty();
    }
    assertThat(Sounds.array(node.one(sample)).size()).isEqualTo(1 << 18);
  }

  @Test
  void outputsStayAsTheyAre() {
    Driver node = buffer(2);
    Object first = node.one(Sounds.mono(8000, 1f, 2f));
    node.process(Sounds.mono(8000, 3f, 4f, 5f));
    node.flush();
    assertThat(first).isEqualTo(Tuple.of(NdArray.of(new float[] {1, 2}, 1, 2), 8000L));
  }
}
