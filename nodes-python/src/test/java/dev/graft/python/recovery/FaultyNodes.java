package dev.graft.python.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Nodes that meet a fault where a file says so. The file is consumed before the fault, so that the
 * same item goes well the next time.
 */
final class FaultyNodes {
  /** Where in a call a fault strikes. */
  enum Place {
    BEFORE,
    BETWEEN,
    AFTER
  }

  private static final String SOURCE =
      """
      import ctypes, os, resource, signal, sys, time
      import graft

      FAULTS = "FOLDER"

      # Who we are, for those who kill: a line for each worker.
      with open(FAULTS + ".pids", "a") as file:
          file.write(f"{os.getpid()}\\n")

      def fault(item, place):
          name = f"{FAULTS}/{item}-{place}"
          if not os.path.exists(name):
              return
          with open(name) as file:
              kind, times = file.read().split()
          if times == "1":
              os.remove(name)
          else:
              with open(name, "w") as file:
                  file.write(f"{kind} {int(times) - 1}")
          if kind == "kill":
              os.kill(os.getpid(), signal.SIGKILL)
          elif kind == "stop":
              os.kill(os.getpid(), signal.SIGSTOP)
          elif kind == "exit":
              os._exit(7)
          elif kind == "segfault":
              ctypes.string_at(0)
          elif kind == "memory":
              exhaust()
          elif kind == "error":
              raise ValueError("told to fail")
          elif kind == "memory-error":
              raise MemoryError("told to fail")
          elif kind == "deaf":
              while True:
                  try:
                      time.sleep(1000)
                  except BaseException:
                      pass

      def exhaust():
          # Where not a page is left for the stack to grow into, the kernel ends the process.
          resource.setrlimit(resource.RLIMIT_AS, (1 << 29, 1 << 29))
          hoard = []
          size = 1 << 24
          while size >= 4096:
              try:
                  hoard.append(bytearray(size))
              except MemoryError:
                  size //= 2
          sys.setrecursionlimit(10 ** 6)
          grow(0)

      def grow(depth):
          return max(map(grow, (depth + 1,)))

      class Tally:
          def __init__(self):
              self.count = 0
              self.sum = 0
          def take(self, item):
              self.count += 1
              self.sum = (self.sum * 31 + item) % 1000003
              fault(item, "BEFORE")
              yield [item, self.count, self.sum]
              if item % 3 == 0:
                  fault(item, "BETWEEN")
                  yield [item, "again"]
              fault(item, "AFTER")

      class Plain(Tally):
          def process(self, item):
              yield from self.take(item)
          def flush(self):
              fault("end", "BEFORE")
              yield ["end", self.count]
              fault("end", "BETWEEN")
              yield ["sum", self.sum]

      class Locked(Plain):
          def __init__(self):
              super().__init__()
              self.lock = __import__("threading").Lock()

      @graft.node(id="kept", version="1.0", summary="Keeps a tally for each session.",
                  state={"count": int, "sum": int})
      class Kept(Tally):
          def process(self, item: dict) -> list:
              yield from self.take(item["n"])
          def flush(self) -> list:
              return ["end", self.count, self.sum]

      @graft.node(id="none", version="1.0", summary="Keeps nothing.")
      class Nothing:
          def process(self, item: int) -> int:
              fault(item, "BEFORE")
              yield item
              fault(item, "BETWEEN")
              yield -item

      @graft.node(id="acts", version="1.0", summary="Writes a file.", effects=True)
      class Acts:
          def process(self, item: int) -> int:
              with open(FAULTS + "/acts", "a") as file:
                  file.write(f"{item} ")
              fault(item, "BEFORE")
              return item

      @graft.node(id="acts-and-counts", version="1.0", summary="Writes a file.", effects=True,
                  state={"count": int})
      class ActsAndCounts(Acts):
          def __init__(self):
              self.count = 0
          def process(self, item: int) -> list:
              self.count += 1
              return [super().process(item), self.count]

      class Stream:
          is_streaming = True
          async def process(self, items):
              total = 0
              async for item in items:
                  fault(item, "BEFORE")
                  total += item
                  yield total
                  fault(item, "AFTER")
              yield -total

      class Sums:
          def __init__(self):
              self.count = 0
              self.sum = None
          def process(self, item):
              self.count += 1
              self.sum = item + 0 if self.sum is None else self.sum + item
              fault(self.count, "BEFORE")
              yield self.sum
              fault(self.count, "AFTER")

      class Undone(Plain):
          def initialize(self):
              self.count = 0

      fault("import", "AFTER")
      """;

  private final Path folder;

  private FaultyNodes(Path folder) {
    this.folder = folder;
  }

  /** Writes the nodes. */
  static FaultyNodes in(Path folder) throws IOException {
    Path faults = Files.createDirectories(folder.resolve("faults"));
    Files.writeString(folder.resolve("nodes.py"), SOURCE.replace("FOLDER", faults.toString()));
    return new FaultyNodes(folder);
  }

  /** The next call for an item meets a fault. */
  void strike(Object item, Place place, String kind) throws IOException {
    strike(item, place, kind, 1);
  }

  /** The next so many calls for an item do. */
  void strike(Object item, Place place, String kind, int times) throws IOException {
    Path file = folder.resolve("faults").resolve(item + "-" + place);
    Path whole = Files.writeString(folder.resolve("faults").resolve("next"), kind + " " + times);
    Files.move(whole, file);
  }

  /** How many faults have not struck yet. */
  long left() throws IOException {
    try (var files = Files.list(folder.resolve("faults"))) {
      return files.filter(file -> !file.endsWith("acts")).count();
    }
  }

  /** The workers so far, the present one last. */
  List<Long> workers() throws IOException {
    return Files.readAllLines(folder.resolve("faults.pids")).stream().map(Long::valueOf).toList();
  }

  /** On which items the node acted. */
  String acts() throws IOException {
    return Files.readString(folder.resolve("faults").resolve("acts")).strip();
  }
}
