package dev.graft.python.memory;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.value.Bytes;
import dev.graft.value.DType;
import dev.graft.value.NdArray;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** This JVM's side of shared memory; the workers here are what they say and the files they make. */
final class SharedArraysTest {
  private static final int LARGE = 100_000;
  private static final long MIB = 1 << 20;

  @TempDir private Path parent;
  private SharedArrays arrays;

  @BeforeEach
  void open() throws IOException {
    arrays = SharedArrays.open(parent, 64 * MIB);
  }

  @AfterEach
  void close() {
    arrays.close();
  }

  private static NdArray ones(int count) {
    byte[] bytes = new byte[count];
    Arrays.fill(bytes, (byte) 1);
    return NdArray.of(bytes);
  }

  private List<String> files() {
    return files(arrays.directory());
  }

  private static List<String> files(Path directory) {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(directory)) {
      found.forEach(file -> names.add(file.getFileName().toString()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    names.remove(StaleDirectories.LOCK);
    names.sort(null);
    return names;
  }

  private static String name(@Nullable List<Object> parts) {
    assertThat(parts).isNotNull();
    return parts == null ? "" : String.valueOf(parts.get(0));
  }

  /** Lends and takes back at once. */
  private static String lendOnce(WorkerMemory worker, NdArray array) throws IOException {
    String name = name(worker.share(array));
    worker.answered(List.of(), List.of());
    return name;
  }

  private List<Object> madeBy(WorkerMemory worker, int number) throws IOException {
    String name = worker.name() + "-" + number;
    Files.write(arrays.directory().resolve(name), new byte[LARGE]);
    return List.of(name, 0L, "|u1", List.of((long) LARGE), List.of(1L), false);
  }

  private void overwrite(String name, int... values) throws IOException {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    try (FileChannel file =
        FileChannel.open(arrays.directory().resolve(name), StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.wrap(bytes));
    }
  }

  @Test
  void directoryAndFilesArePrivate() throws IOException {
    WorkerMemory worker = arrays.join();
    Path file = arrays.directory().resolve(name(worker.share(ones(LARGE))));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(arrays.directory())))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void ordinaryArraysAreCopiedOnceAndSmallOnesNotAtAll() throws IOException {
    WorkerMemory worker = arrays.join();
    assertThat(worker.share(ones(SharedArrays.SMALLEST - 1))).isNull();
    assertThat(worker.share(NdArray.of(new double[0]))).isNull();
    NdArray array = NdArray.of(new double[100 * 200], 100, 200).transposed();
    assertThat(worker.share(array))
        .containsExactly("j1", 0L, array.typeText(), List.of(200L, 100L), List.of(800L, 8L), false)
        .inOrder();
    byte[] bytes = new byte[array.bytes().remaining()];
    array.bytes().get(bytes);
    ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(arrays.directory().resolve("j1")));
    assertThat(file.limit(bytes.length)).isEqualTo(ByteBuffer.wrap(bytes));
  }

  @Test
  void longBytesAreCopiedOnceAndLetGoAtOnce() throws IOException {
    WorkerMemory worker = arrays.join();
    byte[] content = new byte[LARGE];
    new Random(1).nextBytes(content);
    assertThat(worker.share(Bytes.copyOf(new byte[SharedArrays.SMALLEST - 1]))).isNull();
    assertThat(worker.share(Bytes.copyOf(content))).containsExactly("j1", (long) LARGE).inOrder();
    byte[] file = Files.readAllBytes(arrays.directory().resolve("j1"));
    assertThat(Arrays.copyOf(file, LARGE)).isEqualTo(content);
    worker.answered(List.of(), List.of());
    assertThat(worker.share(Bytes.copyOf(content))).isEqualTo(List.of("j1", (long) LARGE));
    worker.answered(List.of(), List.of());

    madeBy(worker, 1);
    Files.write(arrays.directory().resolve("w1-1"), content);
    List<Object> parts = List.of("w1-1", (long) LARGE);
    assertThat(worker.resolveBytes(parts)).isEqualTo(Bytes.copyOf(content));
    assertThat(worker.news()).containsExactly("w1-1");
    for (List<Object> bad :
        List.<List<Object>>of(
            List.of("w1-1", -1L),
            List.of("w1-1", 1L + LARGE),
            List.of("j1", 5L),
            List.of("w1-1"),
            List.of("w1-1", "5"))) {
      assertThrows(IOException.class, () -> worker.resolveBytes(bad));
    }
  }

  @Test
  void anArrayInSharedMemoryCrossesByReferenceWhateverItsSize() {
    WorkerMemory worker = arrays.join();
    WritableArray made = arrays.allocate(DType.INT32, 1000, 100);
    made.bytes().asIntBuffer().put(5, 42);
    assertThat(made.array().getLong(0, 5)).isEqualTo(42);
    NdArray part = made.array().slice(1, 5, 50, 9).transposed();
    assertThat(worker.share(part))
        .containsExactly("j1", 20L, part.typeText(), List.of(5L, 1000L), List.of(36L, 400L), false)
        .inOrder();
    assertThat(files()).containsExactly("j1");
  }

  @Test
  void memoryIsUsedAgainOnlyWhenTheWorkerLetItGo() throws IOException {
    WorkerMemory worker = arrays.join();
    assertThat(name(worker.share(ones(LARGE)))).isEqualTo("j1");
    assertThat(name(worker.share(ones(LARGE)))).isEqualTo("j2");
    worker.answered(List.of("j1"), List.of());
    assertThat(lendOnce(worker, ones(LARGE))).isEqualTo("j2");
    assertThat(lendOnce(worker, ones(LARGE))).isEqualTo("j2");
    worker.answered(List.of(), List.of("j1"));
    assertThat(lendOnce(worker, ones(LARGE))).isEqualTo("j1");
    assertThat(files()).containsExactly("j1", "j2");
  }

  @Test
  void memoryIsNotUsedAgainWhileAnArrayOrABufferOfItIsReachable() throws Exception {
    WorkerMemory worker = arrays.join();
    ByteBuffer bytes = arrays.allocate(DType.UINT8, LARGE).array().slice(0, 9, 99, 1).bytes();
    assertThat(files()).containsExactly("j1");
    Collecting.thoroughly();
    assertThat(lendOnce(worker, ones(LARGE))).isEqualTo("j2");
    assertThat(bytes.get(0)).isEqualTo(0);
    bytes = ByteBuffer.allocate(0);
    Collecting.until("j1 is free", () -> isFirst(worker));
    assertThat(bytes.hasRemaining()).isFalse();
  }

  private static boolean isFirst(WorkerMemory worker) {
    try {
      return lendOnce(worker, ones(LARGE)).equals("j1");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anArrayThatComesBackFromTheWorkerIsTheSameMemory() throws Exception {
    WorkerMemory worker = arrays.join();
    List<Object> parts = worker.share(ones(LARGE));
    assertThat(parts).isNotNull();
    NdArray back = parts == null ? ones(0) : worker.resolve(parts);
    worker.answered(List.of(), List.of());
    assertThat(back).isEqualTo(ones(LARGE));
    Collecting.thoroughly();
    // This JVM still has it, the worker does not.
    assertThat(lendOnce(worker, ones(LARGE))).isEqualTo("j2");
    assertThat(lendOnce(worker, back.slice(0, 1, 2, 1))).isEqualTo("j1");
    assertThat(files()).containsExactly("j1", "j2");
  }

  @Test
  void anAbandonedMessageLendsNothing() throws IOException {
    WorkerMemory worker = arrays.join();
    worker.share(ones(LARGE));
    worker.share(ones(LARGE));
    assertThat(lendOnce(worker, ones(LARGE))).isEqualTo("j3");
    assertThat(lendOnce(worker, ones(LARGE))).isEqualTo("j1");
  }

  @Test
  void workersMayNotNameWhatTheyWereNotLent() throws IOException {
    WorkerMemory worker = arrays.join();
    WorkerMemory other = arrays.join();
    List<Object> parts = worker.share(ones(LARGE));
    List<Object> own = madeBy(worker, 1);
    assertThat(parts).isNotNull();
    assertThrows(IOException.class, () -> other.resolve(parts == null ? List.of() : parts));
    assertThrows(IOException.class, () -> other.resolve(own));
    worker.answered(List.of(), List.of());
    assertThrows(IOException.class, () -> worker.resolve(parts == null ? List.of() : parts));
    for (String name :
        List.of("w1-../j1", "w1-1/x", "../w1-1", "/etc/passwd", "w1", "w11-1", "lock")) {
      IOException e =
          assertThrows(IOException.class, () -> worker.resolve(with(own, 0, name)), name);
      assertThat(e).hasMessageThat().contains("a segment that it may not use: " + name);
    }
    assertThrows(IOException.class, () -> worker.resolve(with(own, 0, "w1-2")));
  }

  private static List<Object> with(List<Object> parts, int index, Object part) {
    List<Object> changed = new ArrayList<>(parts);
    changed.set(index, part);
    return changed;
  }

  @Test
  void nonsenseIsRefused() throws IOException {
    WorkerMemory worker = arrays.join();
    List<Object> own = madeBy(worker, 1);
    assertThat(worker.resolve(own).size()).isEqualTo(LARGE);
    assertThat(worker.resolve(with(own, 3, List.of(LARGE - 1L))).size()).isEqualTo(LARGE - 1);
    for (List<Object> wrong :
        List.of(
            with(own, 1, 1L),
            with(own, 1, -1L),
            with(own, 1, 1L << 40),
            with(own, 1, "0"),
            with(own, 2, "<i3"),
            with(own, 2, "<i8"),
            with(own, 3, List.of()),
            with(own, 3, List.of(LARGE + 1L)),
            with(own, 3, List.of(-1L)),
            with(own, 3, List.of("1")),
            with(own, 4, List.of(2L)),
            with(own, 4, List.of(-1L)),
            with(own, 5, true),
            own.subList(0, 5))) {
      assertThrows(IOException.class, () -> worker.resolve(wrong), wrong.toString());
    }
    Files.createSymbolicLink(arrays.directory().resolve("w1-2"), Path.of("/etc/passwd"));
    assertThrows(IOException.class, () -> worker.resolve(with(own, 0, "w1-2")));
  }

  @Test
  void aWorkersMemoryIsReleasedToItWhenNothingReachesIt() throws Exception {
    WorkerMemory worker = arrays.join();
    List<Object> parts = madeBy(worker, 1);
    NdArray first = worker.resolve(parts);
    NdArray second = worker.resolve(with(parts, 3, List.of(5L)));
    assertThat(first.size() + second.size()).isEqualTo(LARGE + 5);
    first = ones(1);
    Collecting.thoroughly();
    assertThat(worker.news()).isEmpty();
    assertThat(second.getLong(0)).isEqualTo(0);
    second = first;
    Collecting.until("w1-1 is released", () -> worker.news().equals(List.of("w1-1")));
    // Not told yet, and here it is again: then it is not released.
    NdArray third = worker.resolve(parts);
    assertThat(worker.news()).isEmpty();
    assertThat(third.getLong(0)).isEqualTo(0);
    third = second;
    Collecting.until("w1-1 is released", () -> worker.news().equals(List.of("w1-1")));
    worker.told(worker.news());
    assertThat(worker.news()).isEmpty();
    assertThat(third.size()).isEqualTo(1);
  }

  @Test
  void aWorkersMemoryGoesToAnotherWorker() throws Exception {
    WorkerMemory one = arrays.join();
    WorkerMemory two = arrays.join();
    NdArray array = one.resolve(madeBy(one, 1));
    assertThat(name(two.share(array.slice(0, 10, 20, 1)))).isEqualTo("w1-1");
    two.answered(List.of("w1-1"), List.of());
    array = ones(1);
    Collecting.thoroughly();
    assertThat(one.news()).isEmpty();
    // The one who made it ends; the other one may still open the file.
    one.close();
    assertThat(files()).containsExactly("w1-1");
    assertThat(two.resolve(with(madeBy(two, 1), 0, "w1-1")).size()).isEqualTo(LARGE);
    two.answered(List.of(), List.of("w1-1"));
    Collecting.until("w1-1 is gone", () -> !files().contains("w1-1"));
    assertThat(two.news()).containsExactly("w1-1");
    assertThat(array.size()).isEqualTo(1);
  }

  @Test
  void aWorkersEndEndsWhatItHeldAndItsFilesButNotTheArrays() throws Exception {
    WorkerMemory worker = arrays.join();
    NdArray array = worker.resolve(madeBy(worker, 1));
    madeBy(worker, 2);
    assertThat(name(worker.share(ones(LARGE)))).isEqualTo("j1");
    worker.close();
    worker.close();
    assertThat(files()).containsExactly("j1", "w1-1");
    assertThat(lendOnce(arrays.join(), ones(LARGE))).isEqualTo("j1");
    assertThat(array.getLong(LARGE - 1)).isEqualTo(0);
    array = ones(1);
    Collecting.until("w1-1 is gone", () -> !files().contains("w1-1"));
    assertThat(array.size()).isEqualTo(1);
    assertThat(worker.share(ones(LARGE))).isNull();
  }

  @Test
  void aDeletedFileIsUnmappedAndTheOthersHearOfIt() throws Exception {
    WorkerMemory one = arrays.join();
    WorkerMemory two = arrays.join();
    NdArray array = one.resolve(madeBy(one, 1));
    assertThat(lendOnce(two, array)).isEqualTo("w1-1");
    assertThrows(IOException.class, () -> one.answered(List.of(), List.of("w1-1")));
    assertThat(array.getLong(0)).isEqualTo(0);
    array = ones(1);
    Collecting.until("w1-1 is released", () -> one.news().equals(List.of("w1-1")));
    one.answered(List.of(), List.of("w1-1"));
    assertThat(one.news()).isEmpty();
    assertThat(two.news()).containsExactly("w1-1");
    assertThat(array.size()).isEqualTo(1);
  }

  @Test
  void beyondTheBudgetNothingIsShared() throws IOException {
    arrays.close();
    arrays = SharedArrays.open(parent, MIB);
    WorkerMemory worker = arrays.join();
    int count = 0;
    while (worker.share(ones(LARGE)) != null) {
      count++;
    }
    assertThat(count).isAnyOf(9, 10);
    assertThat(arrays.allocate(DType.UINT8, LARGE).array().memory())
        .isNotInstanceOf(SharedMemory.class);
    worker.answered(List.of(), List.of());
    assertThat(arrays.total()).isAtMost(MIB / 4);
    // The file of another size makes room.
    assertThat(worker.share(ones(8 * LARGE))).isNotNull();
    assertThat(arrays.total()).isAtMost(MIB);
    assertThat(worker.share(ones(20 * LARGE))).isNull();
  }

  @Test
  void whenTooMuchIsHeldArraysAreCopiedAsTheyComeAndReleasedAtOnce() throws Exception {
    arrays.close();
    arrays = SharedArrays.open(parent, MIB);
    WorkerMemory worker = arrays.join();
    List<NdArray> held = new ArrayList<>();
    for (int i = 1; i <= 8; i++) {
      List<Object> parts = madeBy(worker, i);
      overwrite("w1-" + i, i);
      held.add(worker.resolve(parts));
      assertThat(held.getLast().getLong(0)).isEqualTo(i);
    }
    assertThat(held.get(4).memory()).isInstanceOf(SharedMemory.class);
    assertThat(held.get(5).memory()).isNotInstanceOf(SharedMemory.class);
    assertThat(worker.news()).containsExactly("w1-6", "w1-7", "w1-8");
    // One more array in a segment that is held anyway costs nothing.
    NdArray again = worker.resolve(with(madeBy(worker, 9), 0, "w1-1"));
    assertThat(again.memory()).isInstanceOf(SharedMemory.class);
    overwrite("w1-6", 77);
    assertThat(held.get(5).getLong(0)).isEqualTo(6);
    List<Object> strange = List.of("w1-9", 2L, ">u2", List.of(3L, 2L), List.of(-1L, 1L), false);
    overwrite("w1-9", 1, 2, 3, 4, 5, 6);
    NdArray copied = worker.resolve(strange);
    assertThat(copied.getLong(0, 1)).isEqualTo(0x0405);
    assertThat(copied.getLong(2, 0)).isEqualTo(0x0102);
    held.clear();
    again = copied;
    Collecting.until("all are released", () -> worker.news().size() == 9);
    assertThat(again.size()).isEqualTo(6);
  }

  @Test
  void whatIsIdleIsGivenBackAndTheWorkerHearsOfIt() throws IOException {
    WorkerMemory worker = arrays.join();
    for (int i = 0; i < 8; i++) {
      assertThat(worker.share(ones(4 << 20))).isNotNull();
    }
    worker.answered(List.of(), List.of());
    assertThat(arrays.total()).isEqualTo(16 * MIB);
    assertThat(files()).hasSize(4);
    assertThat(worker.news()).hasSize(4);
    assertThat(worker.news()).containsNoneIn(files());
  }

  @Test
  void theNumberOfSegmentsIsBounded() throws IOException {
    WorkerMemory worker = arrays.join();
    for (int i = 0; i < SharedArrays.MOST_SEGMENTS; i++) {
      assertThat(worker.share(ones(SharedArrays.SMALLEST))).isNotNull();
    }
    assertThat(worker.share(ones(SharedArrays.SMALLEST))).isNull();
  }

  @Test
  void nothingIsLeftAfterMany() throws Exception {
    WorkerMemory worker = arrays.join();
    int[] sizes = {SharedArrays.SMALLEST, 2 * LARGE, LARGE};
    long started = 0;
    for (int i = 0; i < 10_000; i++) {
      assertThat(name(worker.share(ones(sizes[i % 3])))).isNotEmpty();
      worker.answered(List.of(), List.of());
      started = i == 100 ? arrays.total() : started;
    }
    assertThat(arrays.total()).isEqualTo(started);
    assertThat(files()).hasSize(3);
  }

  @Test
  void closingRemovesAllAndArraysStayValid() throws IOException {
    NdArray array = arrays.allocate(DType.UINT8, LARGE).array();
    WorkerMemory worker = arrays.join();
    NdArray theirs = worker.resolve(madeBy(worker, 1));
    arrays.close();
    assertThat(files(parent)).isEmpty();
    assertThat(array.getLong(7) + theirs.getLong(7)).isEqualTo(0);
    assertThat(worker.share(array)).isNull();
    assertThat(arrays.allocate(DType.UINT8, LARGE).array().size()).isEqualTo(LARGE);
    arrays.close();
  }

  @Test
  void arraysOfOthersAreCopied() throws IOException {
    try (SharedArrays others = SharedArrays.open(parent, MIB)) {
      NdArray array = others.allocate(DType.UINT8, LARGE).array();
      WorkerMemory worker = arrays.join();
      assertThat(name(worker.share(array))).isEqualTo("j1");
      assertThat(files()).containsExactly("j1");
      assertThat(worker.share(array.slice(0, 0, 10, 1))).isNull();
    }
  }

  @Test
  void capacitiesWasteAtMostAQuarter() {
    assertThat(SharedArrays.capacityFor(1)).isEqualTo(4096);
    assertThat(SharedArrays.capacityFor(65536)).isEqualTo(65536);
    assertThat(SharedArrays.capacityFor(65537)).isEqualTo(81920);
    for (long size = SharedArrays.SMALLEST; size < 40 * MIB; size = size * 11 / 10) {
      long capacity = SharedArrays.capacityFor(size);
      assertThat(capacity).isAtLeast(size);
      assertThat(capacity).isAtMost(size * 5 / 4 + 4096);
      assertThat(capacity % 4096).isEqualTo(0);
    }
  }

  @Test
  void hostsThatShareNothingTakeArraysInMessages() {
    ArrayTransport inline = ArrayTransport.inline();
    assertThat(inline.share(ones(LARGE))).isNull();
    assertThrows(IOException.class, () -> inline.resolve(List.of()));
  }

  @Test
  void theOrderOfBytesIsKept() throws IOException {
    WorkerMemory worker = arrays.join();
    for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
      ByteBuffer bytes = ByteBuffer.allocate(4 * LARGE).order(order).putInt(0, 42);
      NdArray array = NdArray.over(DType.INT32, order, bytes, LARGE);
      List<Object> parts = worker.share(array);
      NdArray back = worker.resolve(parts == null ? List.of() : parts);
      assertThat(back).isEqualTo(array);
      assertThat(back.getLong(0)).isEqualTo(42);
    }
  }
}
