package dev.graft.python.cpython;

import dev.graft.node.Emitter;
import dev.graft.python.deadline.Bounds;
import dev.graft.python.deadline.Breakable;
import dev.graft.python.deadline.Deadline;
import dev.graft.python.deadline.Watchdog;
import dev.graft.python.failure.FailureReport;
import dev.graft.python.failure.HostLostException;
import dev.graft.python.failure.PythonFailureException;
import dev.graft.python.host.Demand;
import dev.graft.python.host.Notice;
import dev.graft.python.host.ProtocolTrees;
import dev.graft.python.host.PythonHost;
import dev.graft.python.memory.WorkerMemory;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.backend.KeyedState;
import dev.graft.runtime.backend.ResourceLimits;
import dev.graft.runtime.catalogue.PythonUnit;
import dev.graft.runtime.environment.Requirement;
import dev.graft.runtime.failure.Phase;
import dev.graft.value.ValueException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePackException;
import org.msgpack.core.MessageUnpacker;

/** A worker that has said hello. */
final class Worker implements PythonHost {
  private static final int ANSWER_WITH_REPORT = 4;

  /** The commonest answer by far: {@code ["done", nil]}. */
  private static final byte[] NOTHING_MORE = {
    (byte) 0x92, (byte) 0xa4, 'd', 'o', 'n', 'e', (byte) 0xc0
  };

  /** How long a call may take to end after it was cancelled. */
  private static final Duration CANCEL_PATIENCE = Duration.ofMillis(40);

  private static final Duration LOOK = Duration.ofMillis(1);

  private final WorkerProcess process;
  private final FrameChannel channel;
  private final Hello hello;
  private final Set<String> bundledUnits;
  private final WorkerMemory memory;
  private final Bounds bounds;
  private final ResourceLimits limits;
  private final StoppedWorkers stoppedWorkers;
  private final StoppableWorker stoppable = new StoppableWorker();
  private volatile boolean clean;
  private volatile boolean usable = true;
  private volatile boolean cancelled;
  private volatile boolean stopped;
  private volatile boolean busy;
  private Notice.Listener listener = Notice.Listener.NONE;

  /** How many requests were sent; the worker counts them, too. */
  private volatile long requests;

  Worker(
      WorkerProcess process,
      FrameChannel channel,
      Hello hello,
      Set<String> bundledUnits,
      WorkerMemory memory,
      Watchdog watchdog,
      ResourceLimits limits,
      StoppedWorkers stoppedWorkers) {
    this.process = process;
    this.channel = channel;
    this.hello = hello;
    this.bundledUnits = bundledUnits;
    this.memory = memory;
    this.bounds = new Bounds(watchdog, new BreakableWorker());
    this.limits = limits;
    this.clean = limits.isNone(); // what one user took of a limit, the next would lack
    this.stoppedWorkers = stoppedWorkers;
    stoppedWorkers.watch(stoppable);
  }

  Hello hello() {
    return hello;
  }

  @Override
  public String implementation() {
    return hello.name();
  }

  @Override
  public String process() {
    return "pid " + process.pid();
  }

  @Override
  public Condition condition() {
    if (cancelled) {
      return Condition.CANCELLED;
    } else if (bounds.interrupts() > 0) {
      return Condition.INTERRUPTED;
    } else if (!usable || !process.isAlive()) {
      return Condition.LOST;
    }
    return clean ? Condition.CLEAN : Condition.USED;
  }

  @Override
  public void limit(Optional<Deadline> deadline) {
    bounds.limit(deadline);
  }

  @Override
  public long interrupts() {
    return bounds.interrupts();
  }

  @Override
  public void cancel() {
    cancelled = true;
    if (!busy) {
      return;
    }
    process.interrupt(requests);
    long end = System.nanoTime() + CANCEL_PATIENCE.toNanos();
    while (busy && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(LOOK.toNanos());
    }
    if (busy) {
      process.kill();
    }
  }

  /** Python code sees an exception first, and can clean up; what does not end by that is killed. */
  private final class BreakableWorker implements Breakable {
    @Override
    public void interrupt(Duration patience) {
      process.interrupt(requests);
    }

    @Override
    public void kill() {
      process.kill();
    }
  }

  private final class StoppableWorker implements StoppedWorkers.Stoppable {
    @Override
    public long pid() {
      return process.pid();
    }

    @Override
    public long call() {
      return busy ? requests : 0;
    }

    @Override
    public void endStopped() {
      stopped = true;
      process.kill();
    }
  }

  @Override
  public void listen(Notice.Listener hears) {
    listener = hears;
  }

  @Override
  public void load(PythonUnit unit, List<Requirement> packages)
      throws PythonFailureException, HostLostException {
    clean = clean && bundledUnits.contains(unit.hash());
    request("load", ProtocolTrees.unit(unit, unit.roots(), packages));
  }

  @Override
  public List<?> describe(PythonUnit unit) throws PythonFailureException, HostLostException {
    return ProtocolTrees.list(request("describe", ProtocolTrees.unit(unit, unit.roots())));
  }

  @Override
  public List<?> syntax(PythonUnit unit) throws PythonFailureException, HostLostException {
    return ProtocolTrees.list(request("describe", ProtocolTrees.syntax(unit)));
  }

  @Override
  public long open(NodeSpec spec) throws PythonFailureException, HostLostException {
    if (request("open", ProtocolTrees.spec(spec)) instanceof Long handle) {
      return handle;
    }
    throw lost(new IOException("the result of open is no handle"));
  }

  @Override
  public void process(long handle, List<Item> batch, Emitter<@Nullable Object> out)
      throws PythonFailureException, HostLostException {
    Demand demand = new Demand(out);
    if (bounds.exist()) {
      processEach(handle, batch, demand); // each item has its own deadline
      return;
    }
    Frame frame;
    try {
      frame = frame(handle, batch);
    } catch (ValueException e) {
      processEach(handle, batch, demand); // those before it are taken, then it is refused
      return;
    }
    exchange(frame, demand, new Call(Phase.STEP, OptionalLong.empty(), bounds.deadline().item()));
  }

  private void processEach(long handle, List<Item> batch, Demand demand)
      throws PythonFailureException, HostLostException {
    for (Item item : batch) {
      Frame frame;
      try {
        frame = frame(handle, List.of(item));
      } catch (ValueException e) {
        throw PythonFailureException.refused(Phase.STEP, OptionalLong.of(item.index()), e.in("in"));
      }
      OptionalLong index = OptionalLong.of(item.index());
      try {
        exchange(frame, demand, new Call(Phase.STEP, index, bounds.deadline().item()));
      } catch (HostLostException e) {
        throw e.at(item.index());
      }
      if (!demand.isOpen()) {
        return;
      }
    }
  }

  @Override
  public void flush(long handle, Emitter<@Nullable Object> out)
      throws PythonFailureException, HostLostException {
    exchange(
        frame(2, packer -> packer.packString("flush").packLong(handle)),
        new Demand(out),
        new Call(Phase.END, OptionalLong.empty(), bounds.deadline().item()));
  }

  @Override
  public Optional<Duration> ownTime(long handle) throws PythonFailureException, HostLostException {
    return ProtocolTrees.time(request("spent", handle));
  }

  @Override
  public List<KeyedState> snapshot(long handle) throws PythonFailureException, HostLostException {
    return ProtocolTrees.states(request("snapshot", handle));
  }

  @Override
  public void restore(long handle, List<KeyedState> states)
      throws PythonFailureException, HostLostException {
    request("restore", handle, ProtocolTrees.states(states));
  }

  @Override
  public void closeNode(long handle) throws PythonFailureException, HostLostException {
    request("close", handle);
  }

  @Override
  public void close() {
    boolean polite = usable;
    usable = false;
    bounds.close();
    stoppedWorkers.forget(stoppable);
    if (!polite) {
      process.kill();
    }
    try {
      channel.close(); // the end of the socket ends a worker that is not hanging
    } catch (IOException e) {
      process.kill();
    }
    process.awaitExit();
    memory.close();
  }

  private @Nullable Object request(String operation, Object... arguments)
      throws PythonFailureException, HostLostException {
    Frame frame =
        frame(
            1 + arguments.length,
            packer -> {
              packer.packString(operation);
              for (Object argument : arguments) {
                MessageWriter.write(argument, packer, memory);
              }
            });
    Phase phase = Phase.of(operation).orElse(Phase.LOAD);
    Deadline deadline = bounds.deadline();
    Duration limit = phase == Phase.CLOSE ? deadline.end() : deadline.start();
    Demand none = new Demand(value -> true);
    return exchange(frame, none, new Call(phase, OptionalLong.empty(), limit));
  }

  private Frame frame(long handle, List<Item> batch) {
    if (memory.news().isEmpty()) {
      Optional<byte[]> run = PlainRun.request(handle, batch);
      if (run.isPresent()) {
        return Frame.of(run.get());
      }
    }
    return frame(
        3,
        packer -> {
          packer.packString("process").packLong(handle).packArrayHeader(batch.size());
          for (Item item : batch) {
            packer.packArrayHeader(3).packLong(item.index());
            MessageWriter.write(item.key(), packer, memory);
            MessageWriter.write(item.value(), packer, memory);
          }
        });
  }

  private Frame frame(int count, Frame.Parts parts) {
    return Frame.of(count, parts, memory);
  }

  /**
   * What is to be said of a call that took too long.
   *
   * @param limit how long it may take, if calls are bounded
   */
  private record Call(Phase phase, OptionalLong index, Duration limit) {}

  /** One request and all that belongs to it. */
  private @Nullable Object exchange(Frame request, Demand demand, Call call)
      throws PythonFailureException, HostLostException {
    if (!usable) {
      throw gone();
    }
    long before = requests;
    requests = before + 1;
    busy = true;
    boolean inTime = true;
    PythonFailureException failed = null;
    HostLostException lost = null;
    @Nullable Object result = null;
    bounds.begin(call.limit());
    try {
      result = converse(request, demand);
    } catch (PythonFailureException e) {
      failed = e;
    } catch (HostLostException e) {
      lost = e;
    } finally {
      busy = false;
      inTime = bounds.end();
    }
    demand.rethrow();
    if (lost != null) {
      throw inTime ? lost : HostLostException.late(call.limit(), process.output());
    } else if (!inTime) {
      String traceback = failed == null ? "" : failed.report().traceback();
      throw new PythonFailureException(
          FailureReport.late(call.phase(), call.index(), call.limit(), traceback));
    } else if (failed != null) {
      throw failed;
    }
    return result;
  }

  /** Sends a request and takes outputs until the result comes. */
  private @Nullable Object converse(Frame request, Demand demand)
      throws PythonFailureException, HostLostException {
    boolean inTime = true;
    try {
      request.send(channel, memory);
      while (true) {
        byte[] frame = channel.receive();
        if (PlainRun.isIn(frame)) {
          for (Object value : PlainRun.outputs(frame)) {
            inTime = inTime && offer(demand, value);
          }
          continue;
        } else if (Arrays.equals(frame, NOTHING_MORE)) {
          memory.answered(List.of(), List.of());
          return null;
        }
        try (MessageUnpacker answer = MessagePack.newDefaultUnpacker(frame)) {
          int size = answer.unpackArrayHeader();
          String tag = answer.unpackString();
          Object value = size > 1 ? MessageReader.read(answer, memory) : null;
          switch (tag) {
            case "out" -> {
              inTime = inTime && offer(demand, value);
              if (answer.unpackBoolean()) {
                String reply = inTime && demand.isOpen() ? "more" : "stop";
                frame(1, packer -> packer.packString(reply)).send(channel, memory);
              }
            }
            case "told" ->
                listener.told(Notice.of(value instanceof Map<?, ?> map ? map : Map.of()));
            case "done" -> {
              report(size, answer);
              return value;
            }
            case "failed" -> {
              report(size, answer);
              throw new PythonFailureException(
                  FailureReport.of(value instanceof Map<?, ?> map ? map : Map.of()));
            }
            default -> throw new IOException("unknown answer " + tag);
          }
        }
      }
    } catch (IOException | MessagePackException e) {
      throw lost(e);
    }
  }

  /** The time of whoever takes an output is not the node's; false if the call is over already. */
  private boolean offer(Demand demand, @Nullable Object value) {
    if (!bounds.pause()) {
      return false;
    }
    try {
      demand.offer(value);
    } finally {
      bounds.resume();
    }
    return true;
  }

  /** Reads what the answer says of memory; an answer that says nothing let go of all. */
  private void report(int size, MessageUnpacker answer) throws IOException {
    if (size == ANSWER_WITH_REPORT) {
      memory.answered(names(answer), names(answer));
    } else {
      memory.answered(List.of(), List.of());
    }
  }

  private static List<?> names(MessageUnpacker answer) throws IOException {
    if (MessageReader.read(answer) instanceof List<?> names) {
      return names;
    }
    throw new IOException("what a worker says of memory is no list");
  }

  /** The worker ended, or sent what makes no sense and is ended now: what is known is told. */
  private HostLostException lost(Exception e) {
    if (!usable) {
      return gone();
    }
    usable = false;
    stoppedWorkers.forget(stoppable);
    boolean ended = isEnd(e);
    if (!ended) {
      process.kill();
    }
    process.awaitExit();
    memory.close();
    String what =
        switch (e) {
          case ClosedByInterruptException _ -> "was killed, because the call was interrupted";
          case Exception _ when cancelled -> "was killed, because the run was cancelled";
          case Exception _ when stopped ->
              "was stopped (SIGSTOP) and did not go on within %d s, so it was killed"
                  .formatted(StoppedWorkers.PATIENCE.toSeconds());
          case Exception _ when ended -> ended();
          default -> "broke the protocol (" + e.getMessage() + ") and was killed";
        };
    return new HostLostException(
        cancelled ? HostLostException.Cause.CANCELLED : HostLostException.Cause.BROKEN,
        "the worker (%s, pid %d) %s".formatted(hello.name(), process.pid(), what),
        process.output());
  }

  private String ended() {
    return process.exit()
        + LimitText.cause(limits, process.child().ending()).map(cause -> ": " + cause).orElse("");
  }

  private static boolean isEnd(Exception e) {
    String message = String.valueOf(e.getMessage());
    return e instanceof EOFException
        || message.contains("Broken pipe")
        || message.contains("Connection reset");
  }

  private HostLostException gone() {
    return new HostLostException(
        HostLostException.Cause.BROKEN,
        "the worker (%s, pid %d) is gone".formatted(hello.name(), process.pid()),
        "");
  }
}
