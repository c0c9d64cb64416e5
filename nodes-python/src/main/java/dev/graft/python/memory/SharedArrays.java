package dev.graft.python.memory;

import dev.graft.value.DType;
import dev.graft.value.NdArray;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The memory that this JVM shares with its workers. Its monitor guards what is known of all
 * segments; no file is filled and no array copied while it is held.
 */
public final class SharedArrays implements AutoCloseable {
  /**
   * How much memory is shared if nobody says otherwise, in bytes: this JVM's, and each worker's.
   */
  public static final long DEFAULT_BUDGET = 512L << 20;

  /** Arrays of fewer bytes are copied in the message sooner than they are mapped. */
  public static final int SMALLEST = 1 << 16;

  /** A worker needs a file descriptor for each segment. */
  static final int MOST_SEGMENTS = 256;

  private static final int PAGE = 4096;

  private final SegmentDirectory directory;
  private final Cleaner cleaner = Cleaner.create();
  private final Map<String, Segment> segments = new LinkedHashMap<>();
  private final List<WorkerMemory> workers = new ArrayList<>();
  private final long workerBudget;
  private final Holdings holdings;
  private long budget;
  private long total;
  private long lastSegment;
  private long lastWorker;
  private boolean closed;

  private SharedArrays(SegmentDirectory directory, long budget) {
    this.directory = directory;
    this.budget = budget;
    this.workerBudget = budget;
    this.holdings = new Holdings(budget);
  }

  /**
   * Starts sharing.
   *
   * @param budget the most bytes that this JVM shares, and the most that each worker does; 0 for
   *     none
   */
  public static SharedArrays open(long budget) throws IOException {
    return new SharedArrays(SegmentDirectory.open(), budget);
  }

  /** The same in some other directory. */
  static SharedArrays open(Path parent, long budget) throws IOException {
    return new SharedArrays(SegmentDirectory.open(parent), budget);
  }

  /** The directory that a worker needs. */
  public Path directory() {
    return directory.path();
  }

  /** The most bytes that a worker may share. */
  public long workerBudget() {
    return workerBudget;
  }

  /**
   * Memory for an array that is to be filled and then handed to workers, who will not copy it. It
   * is ordinary memory if there is no more to be shared: then it is copied when it crosses. The
   * elements are arbitrary at first.
   */
  public WritableArray allocate(DType type, int... shape) {
    long size = type.size();
    for (int length : shape) {
      size = Math.multiplyExact(size, (long) length);
    }
    Segment segment = take(size);
    ByteOrder order = ByteOrder.nativeOrder();
    if (segment == null) {
      ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(size)).order(order);
      return new WritableArray(bytes, NdArray.over(type, order, bytes.duplicate(), shape));
    }
    SharedMemory memory;
    synchronized (this) {
      memory = use(segment);
      release(segment);
    }
    return new WritableArray(
        memory.writable().limit((int) size).slice().order(order),
        NdArray.over(type, order, shape, NdArray.rowByRow(type, shape), 0, memory));
  }

  /** The memory of one more worker. */
  public synchronized WorkerMemory join() {
    WorkerMemory worker = new WorkerMemory(this, "w" + ++lastWorker);
    workers.add(worker);
    return worker;
  }

  /** How many bytes of this JVM's memory there are, used or not. */
  public synchronized long total() {
    return total;
  }

  /** A segment of this JVM's, counted once, for one array; null beyond the budget. */
  @Nullable Segment take(long size) {
    long capacity = capacityFor(size);
    String name;
    synchronized (this) {
      Segment idle = idle(capacity);
      if (idle != null) {
        idle.retain();
        return idle;
      }
      if (closed || capacity > Integer.MAX_VALUE || !makeRoom(capacity)) {
        return null;
      }
      total += capacity;
      name = "j" + ++lastSegment;
    }
    Arena arena = Segment.lifetime();
    MemorySegment mapping;
    try {
      mapping = directory.create(name, capacity, arena);
    } catch (IOException e) {
      arena.close();
      giveUp(capacity, e);
      return null;
    }
    Segment segment = new Segment(name, null, holdings, arena, mapping);
    segment.retain();
    synchronized (this) {
      segments.put(name, segment);
    }
    return segment;
  }

  private @Nullable Segment idle(long capacity) {
    for (Segment segment : segments.values()) {
      if (segment.owner() == null && !segment.isUsed() && segment.capacity() == capacity) {
        return segment;
      }
    }
    return null;
  }

  private boolean makeRoom(long capacity) {
    if (!hasRoom(capacity)) {
      trim(0);
    }
    return hasRoom(capacity);
  }

  private boolean hasRoom(long capacity) {
    long own = segments.values().stream().filter(segment -> segment.owner() == null).count();
    return total + capacity <= budget && own < MOST_SEGMENTS;
  }

  private synchronized void giveUp(long capacity, IOException e) {
    total -= capacity;
    if (!(e instanceof ClosedByInterruptException)) {
      budget = total; // the file system is full: there is no more, whatever was hoped for
    }
  }

  /** Whole quarters of a power of two: at most a quarter is wasted, and sizes come again. */
  static long capacityFor(long size) {
    long step = Math.max(PAGE, Long.highestOneBit(Math.max(1, size - 1)) / 4);
    return Math.ceilDiv(Math.max(1, size), step) * step;
  }

  /** Ends one use of a segment by an array. */
  synchronized void letGo(Segment segment) {
    segment.letGo();
    release(segment);
  }

  /** Ends one use of a segment. */
  synchronized void release(Segment segment) {
    if (!segment.release()) {
      return;
    }
    WorkerMemory owner = segment.owner();
    if (closed) {
      forget(segment);
    } else if (owner == null) {
      trim(budget / 4);
    } else if (!owner.tellReleased(segment)) {
      forget(segment);
    }
  }

  /** Deletes segments of this JVM's that nobody uses, but for so many bytes. */
  private void trim(long keep) {
    List<Segment> idle =
        segments.values().stream().filter(s -> s.owner() == null && !s.isUsed()).toList();
    for (Segment segment : idle) {
      keep -= segment.capacity();
      if (keep < 0) {
        total -= segment.capacity();
        forget(segment);
      }
    }
  }

  /** Unmaps a segment that nobody uses, deletes its file, and has all workers do the same. */
  void forget(Segment segment) {
    segments.remove(segment.name());
    segment.unmap();
    directory.delete(segment.name());
    workers.forEach(worker -> worker.tellDeleted(segment.name()));
  }

  /** The mapped segment of a name. */
  @Nullable Segment find(String name) {
    return segments.get(name);
  }

  /** Maps a segment of a worker. */
  Segment map(String name, WorkerMemory owner) throws IOException {
    Arena arena = Segment.lifetime();
    try {
      Segment segment =
          new Segment(name, owner, owner.holdings(), arena, directory.open(name, arena));
      segments.put(name, segment);
      return segment;
    } catch (IOException e) {
      arena.close();
      throw e;
    }
  }

  /** A use of a segment that ends with the reachability of what is returned. */
  SharedMemory use(Segment segment) {
    segment.retain();
    segment.hold();
    return SharedMemory.using(segment, this, cleaner);
  }

  /** A worker ended; its files stay for as long as somebody uses them. */
  void leave(WorkerMemory worker) {
    workers.remove(worker);
    Set<String> used =
        segments.values().stream()
            .filter(segment -> segment.owner() == worker && segment.isUsed())
            .map(Segment::name)
            .collect(Collectors.toSet());
    segments.values().stream()
        .filter(segment -> segment.owner() == worker && !segment.isUsed())
        .toList()
        .forEach(this::forget);
    directory.deleteAll(worker.name() + "-", used);
  }

  /** Deletes all files. Arrays that are still reachable stay valid. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      List.copyOf(workers).forEach(WorkerMemory::close);
      segments.values().stream().filter(s -> !s.isUsed()).toList().forEach(this::forget);
      directory.close();
    }
  }
}
