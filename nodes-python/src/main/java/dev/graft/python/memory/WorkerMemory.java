package dev.graft.python.memory;

import dev.graft.value.Bytes;
import dev.graft.value.NdArray;
import java.io.IOException;
import java.lang.ref.Reference;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one worker and this JVM share. A segment is lent for one request; the answer says which ones
 * the worker still holds. What the worker lent is held for as long as an array in it is reachable;
 * the next request says what is not any more. Used by one thread at a time.
 */
public final class WorkerMemory implements ArrayTransport, AutoCloseable {
  private final SharedArrays arrays;
  private final String name;

  /** Segments that the worker may read: each is counted once. */
  private final Map<String, Segment> lent = new LinkedHashMap<>();

  /** Those of them that were lent with the request that has no answer yet. */
  private final Set<String> fresh = new LinkedHashSet<>();

  /** Segments of others that the worker may have mapped. */
  private final Set<String> known = new HashSet<>();

  /** What the next request says: own segments of the worker it may use again, and deleted ones. */
  private final Set<String> news = new LinkedHashSet<>();

  private final Holdings holdings;
  private boolean closed;

  WorkerMemory(SharedArrays arrays, String name) {
    this.arrays = arrays;
    this.name = name;
    this.holdings = new Holdings(arrays.workerBudget());
  }

  Holdings holdings() {
    return holdings;
  }

  /** What the names of the worker's own segments start with. */
  public String name() {
    return name;
  }

  /** The arguments of the worker's program that say how to share. */
  public List<String> arguments() {
    return List.of(
        "--memory", arrays.directory().toString(), name, Long.toString(arrays.workerBudget()));
  }

  @Override
  public @Nullable List<Object> share(NdArray array) {
    long size = array.type().size();
    for (int length : array.shape()) {
      size *= length;
      if (size == 0 || size > Integer.MAX_VALUE) {
        return null;
      }
    }
    if (array.memory() instanceof SharedMemory memory && memory.isOf(arrays)) {
      try {
        return lend(memory.segment()) ? ArrayReference.parts(memory.name(), array) : null;
      } finally {
        Reference.reachabilityFence(array);
      }
    }
    return size < SharedArrays.SMALLEST ? null : copy(array, size);
  }

  private @Nullable List<Object> copy(NdArray array, long size) {
    Segment segment = arrays.take(size);
    if (segment == null) {
      return null;
    }
    try {
      segment.bytes().put(array.bytes());
      return lend(segment) ? ArrayReference.copied(segment.name(), array) : null;
    } finally {
      arrays.release(segment);
    }
  }

  @Override
  public @Nullable List<Object> share(Bytes bytes) {
    int size = bytes.size();
    Segment segment = size < SharedArrays.SMALLEST ? null : arrays.take(size);
    if (segment == null) {
      return null;
    }
    try {
      bytes.copyInto(segment.bytes());
      return lend(segment) ? List.of(segment.name(), (long) size) : null;
    } finally {
      arrays.release(segment);
    }
  }

  @Override
  public Bytes resolveBytes(List<?> parts) throws IOException {
    if (parts.size() == 2
        && parts.get(0) instanceof String segmentName
        && parts.get(1) instanceof Long size) {
      Segment segment;
      synchronized (arrays) {
        segment = found(segmentName);
        segment.retain();
      }
      try {
        if (size < 0 || size > segment.capacity()) {
          throw new IOException("a segment has no " + size + " bytes: " + segmentName);
        }
        return Bytes.copyFrom(segment.bytes().limit(size.intValue()));
      } finally {
        arrays.release(segment);
      }
    }
    throw new IOException("a reference to bytes has other parts: " + parts);
  }

  /** The segment that the worker names. */
  private Segment found(String segmentName) throws IOException {
    Segment found = lent.get(segmentName);
    Segment segment = found == null ? own(segmentName) : found;
    news.remove(segmentName);
    return segment;
  }

  private boolean lend(Segment segment) {
    synchronized (arrays) {
      String segmentName = segment.name();
      if (segment.owner() != this && !known.contains(segmentName)) {
        if (closed || known.size() >= SharedArrays.MOST_SEGMENTS) {
          return false;
        }
        known.add(segmentName);
      }
      if (lent.putIfAbsent(segmentName, segment) == null) {
        segment.retain();
        fresh.add(segmentName);
      }
      return true;
    }
  }

  @Override
  public NdArray resolve(List<?> parts) throws IOException {
    ArrayReference reference = ArrayReference.of(parts);
    Segment segment;
    synchronized (arrays) {
      segment = found(reference.segment());
      if (!segment.isStrained()) {
        return reference.over(arrays.use(segment));
      }
      segment.retain();
    }
    try {
      return reference.copyFrom(segment.bytes());
    } finally {
      arrays.release(segment);
    }
  }

  private Segment own(String segmentName) throws IOException {
    boolean isOwn =
        segmentName.startsWith(name + "-")
            && segmentName.chars().skip(name.length() + 1L).allMatch(c -> c >= '0' && c <= '9');
    if (!isOwn || closed) {
      throw new IOException("the worker names a segment that it may not use: " + segmentName);
    }
    Segment segment = arrays.find(segmentName);
    return segment == null ? arrays.map(segmentName, this) : segment;
  }

  /** What the next request has to say, which stays so until it is {@link #told}. */
  public List<String> news() {
    synchronized (arrays) {
      return List.copyOf(news);
    }
  }

  /** A request with this is on its way. */
  public void told(List<String> said) {
    if (!said.isEmpty()) {
      synchronized (arrays) {
        said.forEach(news::remove);
      }
    }
  }

  /**
   * Takes what an answer says.
   *
   * @param kept segments of the request that the worker still holds
   * @param dropped segments that it held before and does not any more, and its own that it deleted
   * @throws IOException if it deleted what is in use
   */
  public void answered(List<?> kept, List<?> dropped) throws IOException {
    synchronized (arrays) {
      for (String segmentName : fresh) {
        if (!kept.contains(segmentName)) {
          takeBack(segmentName);
        }
      }
      fresh.clear();
      for (Object segmentName : dropped) {
        if (segmentName instanceof String text && !takeBack(text)) {
          unmap(text);
        }
      }
    }
  }

  private boolean takeBack(String segmentName) {
    Segment segment = lent.remove(segmentName);
    if (segment == null) {
      return false;
    }
    arrays.release(segment);
    return true;
  }

  private void unmap(String segmentName) throws IOException {
    Segment segment = arrays.find(segmentName);
    if (segment != null && segment.owner() == this) {
      if (segment.isUsed()) {
        throw new IOException("the worker deleted segment " + segmentName + ", which is in use");
      }
      arrays.forget(segment);
    }
    news.remove(segmentName);
  }

  /** Whether the worker will hear that it may use a segment of its own again. */
  boolean tellReleased(Segment segment) {
    return !closed && news.add(segment.name());
  }

  /** A file is gone; the worker hears it if it may have mapped it. */
  void tellDeleted(String segmentName) {
    if (known.remove(segmentName)) {
      news.add(segmentName);
    }
  }

  /** The worker ended: it holds nothing, and uses nothing of its own again. */
  @Override
  public void close() {
    synchronized (arrays) {
      if (!closed) {
        closed = true;
        List.copyOf(lent.values()).forEach(arrays::release);
        lent.clear();
        fresh.clear();
        known.clear();
        arrays.leave(this);
      }
    }
  }
}
