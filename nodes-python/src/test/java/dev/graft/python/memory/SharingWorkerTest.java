package dev.graft.python.memory;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.value.DType;
import dev.graft.value.NdArray;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both sides of shared memory together: this JVM and a real CPython with NumPy. */
final class SharingWorkerTest {
  private static final int LARGE = 100_000;
  private static final long MIB = 1 << 20;

  /**
   * More than the segments that there can be; a thorough run makes the JVM's collector work, too.
   */
  private static final int MANY = Integer.getInteger("graft.memory.many", 400);

  @TempDir private Path parent;
  private SharedArrays arrays;
  private SharingWorker worker;

  @BeforeEach
  void start() throws Exception {
    arrays = SharedArrays.open(parent, 64 * MIB);
    worker = new SharingWorker(arrays);
  }

  @AfterEach
  void end() throws IOException {
    worker.close();
    arrays.close();
  }

  private long fileCount(String prefix) throws IOException {
    try (Stream<Path> files = Files.list(arrays.directory())) {
      return files.filter(file -> file.getFileName().toString().startsWith(prefix)).count();
    }
  }

  private static NdArray random(DType type, ByteOrder order, int... shape) {
    int size = type.size();
    for (int length : shape) {
      size *= length;
    }
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    if (type == DType.BOOL) {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] &= 1;
      }
    }
    return NdArray.over(type, order, ByteBuffer.wrap(bytes), shape);
  }

  @Test
  void everyTypeOrderAndLayoutGoesThereAndBackBitByBit() throws IOException {
    for (DType type : DType.values()) {
      for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
        NdArray ordinary = random(type, order, 60, 40, 30);
        NdArray shared = worker.array("a", ordinary);
        assertThat(shared).isEqualTo(ordinary);
        for (NdArray part :
            List.of(
                shared.transposed(),
                shared.slice(1, 3, 33, 7),
                shared.slice(2, 1, 30, 2).transposed().slice(0, 4, 5, 1),
                shared.at(59),
                shared.at(3).at(39).at(29),
                ordinary.transposed())) {
          assertWithMessage("%s of %s", part, part.typeText())
              .that(worker.array("a", part))
              .isEqualTo(part);
        }
        assertThat(worker.evaluate("[a.dtype.str, list(a.shape), a.flags.writeable]", shared))
            .isEqualTo(List.of(shared.typeText(), List.of(60L, 40L, 30L), false));
      }
    }
    assertThat(fileCount("w1-")).isEqualTo(0); // all that came back were this JVM's own
  }

  @Test
  void slicesOfTheWorkerAreNotCopied() throws IOException {
    NdArray array = NdArray.of(new double[600 * 500], 600, 500);
    NdArray back = worker.array("a[::-2, 5:].T", array);
    assertThat(back.shape()).isEqualTo(new int[] {495, 300});
    assertThat(back.strides()).isEqualTo(new int[] {8, -8000});
    assertThat(back.offset()).isEqualTo(599 * 4000 + 40);
    assertThat(fileCount("")).isEqualTo(2); // with the lock
  }

  @Test
  void whatJavaFilledIsSeenWithoutACopy() throws IOException {
    WritableArray made = arrays.allocate(DType.INT64, LARGE);
    made.bytes().asLongBuffer().put(LARGE - 1, 1L << 40);
    assertThat(worker.evaluate("int(a[-1]) + len(a)", made.array())).isEqualTo((1L << 40) + LARGE);
    assertThat(arrays.total()).isEqualTo(SharedArrays.capacityFor(8L * LARGE));
  }

  @Test
  void resultsOfTheWorkerComeByReference() throws IOException {
    NdArray computed = worker.array("np.arange(100000.0).reshape(100, 1000) * 2");
    assertThat(computed.getDouble(3, 1)).isEqualTo(6002);
    NdArray made = worker.array("graft.empty((2, 100000), 'int32').__iadd__(0) * 0 + 7");
    assertThat(made.getLong(1, 99_999)).isEqualTo(7);
    assertThat(worker.evaluate("kept.append(graft.empty((2, 100000), 'i4'))")).isNull();
    assertThat(worker.evaluate("kept[0].fill(9)")).isNull();
    NdArray filled = worker.array("kept[0]");
    assertThat(filled.getLong(1, 5)).isEqualTo(9);
    assertThat(worker.evaluate("kept[0].flags.writeable")).isEqualTo(false);
    assertThat(worker.array("np.asfortranarray(np.eye(300, dtype='>f4'))").typeText())
        .isEqualTo(">f4");
  }

  @Test
  void aWorkersMemoryIsUsedAgainAfterItWasReleased() throws Exception {
    NdArray held = worker.array("np.full(100000, 1)");
    NdArray dropped = worker.array("np.full(100000, 2)");
    assertThat(dropped.getLong(99_999)).isEqualTo(2);
    dropped = NdArray.of(new double[1]);
    Collecting.until("released", () -> worker.memory().news().equals(List.of("w1-2")));
    NdArray next = worker.array("np.full(100000, 3)");
    assertThat(((SharedMemory) next.memory()).name()).isEqualTo("w1-2");
    assertThat(held.getLong(99_999)).isEqualTo(1);
    assertThat(dropped.size()).isEqualTo(1);
  }

  @Test
  void whatTheWorkerKeepsIsNotWrittenTo() throws IOException {
    worker.evaluate("kept.append(a[10:])", random(DType.UINT8, ByteOrder.nativeOrder(), LARGE));
    Object before = worker.evaluate("hash(kept[0].tobytes())");
    for (int i = 0; i < 20; i++) {
      worker.evaluate("None", NdArray.of(new double[LARGE]));
      worker.evaluate("None", random(DType.INT8, ByteOrder.nativeOrder(), LARGE));
    }
    assertThat(worker.evaluate("hash(kept[0].tobytes())")).isEqualTo(before);
    assertThat(fileCount("j")).isEqualTo(3);
    worker.evaluate("kept.clear()");
    worker.evaluate("None");
    worker.evaluate("None", NdArray.of(new byte[LARGE]));
    assertThat(fileCount("j")).isEqualTo(3);
  }

  @Test
  void anArrayGoesFromOneWorkerToAnotherWithoutACopy() throws Exception {
    try (SharingWorker other = new SharingWorker(arrays)) {
      NdArray made = worker.array("np.arange(100000)");
      assertThat(other.evaluate("int(a.sum())", made)).isEqualTo(4_999_950_000L);
      NdArray back = other.array("kept.append(a) or a[::-1]", made.slice(0, 50, 100_000, 1));
      assertThat(back.getLong(0)).isEqualTo(99_999);
      assertThat(worker.evaluate("int(a[0])", back)).isEqualTo(99_999);
      assertThat(fileCount("")).isEqualTo(2);
      made = back;
      back = made;
      worker.close();
      // The other one still holds what the first one made.
      assertThat(other.evaluate("int(kept[0][0])")).isEqualTo(50);
      assertThat(fileCount("w1-")).isEqualTo(1);
      assertThat(back.getLong(0)).isEqualTo(99_999);
    }
  }

  @Test
  void anArrayOutlivesAWorkerThatWasKilled() throws Exception {
    NdArray array = worker.array("np.arange(100000)");
    worker.evaluate("kept.append(a)", NdArray.of(new byte[LARGE]));
    worker.process().destroyForcibly().waitFor();
    assertThrows(IOException.class, () -> worker.evaluate("None"));
    worker.close();
    assertThat(array.getLong(99_999)).isEqualTo(99_999);
    assertThat(array.slice(0, 5, 50, 9).getLong(1)).isEqualTo(14);
    array = NdArray.of(new byte[1]);
    Collecting.until("no files", () -> count("w1-") == 0);
    try (SharingWorker next = new SharingWorker(arrays)) {
      assertThat(next.evaluate("len(a)", NdArray.of(new byte[LARGE]))).isEqualTo(LARGE);
    }
    assertThat(fileCount("j")).isEqualTo(1); // it held one; that is used again
    assertThat(array.size()).isEqualTo(1);
  }

  private long count(String prefix) {
    try {
      return fileCount(prefix);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void beyondItsBudgetTheWorkerSendsArraysInMessages() throws IOException {
    Object result = null;
    for (int i = 0; i < 9; i++) {
      result = worker.evaluate("kept.append(graft.empty(1 << 20)) or 1");
    }
    assertThat(result).isEqualTo(1);
    assertThat(worker.evaluate("np.zeros(100000, 'u1')")).isInstanceOf(List.class);
    worker.evaluate("kept.clear()");
    assertThat(worker.array("np.zeros(100000, 'u1')").size()).isEqualTo(LARGE);
  }

  @Test
  void nothingIsLeftAfterMany() throws Exception {
    NdArray array = random(DType.FLOAT32, ByteOrder.nativeOrder(), 20_000);
    for (int i = 0; i < MANY; i++) {
      worker.evaluate("int(a[0] > 1)", array);
      worker.evaluate("np.ones(%d)".formatted(9_000 + i % 3 * 10_000));
    }
    assertThat(fileCount("j")).isEqualTo(1);
    // What comes back counts as used until it is collected.
    for (int i = 0; i < 200; i++) {
      assertThat(worker.array("a[::2]", array).size()).isEqualTo(10_000);
      if (i == 99) {
        Collecting.thoroughly();
      }
    }
    assertThat(arrays.total()).isAtMost(17 * MIB);
    Collecting.thoroughly();
    worker.evaluate("None");
    worker.evaluate("None");
    // What is idle is a quarter of the budget at most, on each side; nothing else is left.
    long bytes = 0;
    try (Stream<Path> files = Files.list(arrays.directory())) {
      for (Path file : files.toList()) {
        bytes += Files.size(file);
      }
    }
    assertThat(bytes).isAtMost(34 * MIB);
    assertThat(worker.evaluate("len(arrays._memory._wholes) < 256")).isEqualTo(true);
    assertThat(worker.evaluate("len(__import__('os').listdir('/proc/self/fd')) < 280"))
        .isEqualTo(true);
  }
}
