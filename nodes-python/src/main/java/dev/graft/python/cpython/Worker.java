package dev.graft.python.cpython;

import dev.graft.node.Emitter;
import dev.graft.python.failure.FailureReport;
import dev.graft.python.failure.HostLostException;
import dev.graft.python.failure.PythonFailureException;
import dev.graft.python.host.Demand;
import dev.graft.python.host.ProtocolTrees;
import dev.graft.python.host.PythonHost;
import dev.graft.python.memory.WorkerMemory;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.backend.KeyedState;
import dev.graft.runtime.catalogue.PythonUnit;
import dev.graft.runtime.failure.Phase;
import dev.graft.value.ValueException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePackException;
import org.msgpack.core.MessageUnpacker;

/** A worker that has said hello. */
final class Worker implements PythonHost {
  private static final int ANSWER_WITH_REPORT = 4;

  private final WorkerProcess process;
  private final FrameChannel channel;
  private final Hello hello;
  private final Set<String> bundledUnits;
  private final WorkerMemory memory;
  private volatile boolean clean = true;
  private volatile boolean usable = true;

  Worker(
      WorkerProcess process,
      FrameChannel channel,
      Hello hello,
      Set<String> bundledUnits,
      WorkerMemory memory) {
    this.process = process;
    this.channel = channel;
    this.hello = hello;
    this.bundledUnits = bundledUnits;
    this.memory = memory;
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
    if (!usable || !process.isAlive()) {
      return Condition.LOST;
    }
    return clean ? Condition.CLEAN : Condition.USED;
  }

  @Override
  public void load(PythonUnit unit) throws PythonFailureException, HostLostException {
    clean = clean && bundledUnits.contains(unit.hash());
    request("load", ProtocolTrees.unit(unit, unit.roots()));
  }

  @Override
  public List<?> describe(PythonUnit unit) throws PythonFailureException, HostLostException {
    return ProtocolTrees.list(request("describe", ProtocolTrees.unit(unit, unit.roots())));
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
    Frame frame;
    try {
      frame = frame(handle, batch);
    } catch (ValueException e) {
      refuse(handle, batch, out);
      return;
    }
    exchange(frame, out);
  }

  /** Some item is not portable: those before it are taken, then it is refused. */
  private void refuse(long handle, List<Item> batch, Emitter<@Nullable Object> out)
      throws PythonFailureException, HostLostException {
    for (Item item : batch) {
      Frame frame;
      try {
        frame = frame(handle, List.of(item));
      } catch (ValueException e) {
        throw PythonFailureException.refused(Phase.STEP, OptionalLong.of(item.index()), e.in("in"));
      }
      exchange(frame, out);
    }
  }

  @Override
  public void flush(long handle, Emitter<@Nullable Object> out)
      throws PythonFailureException, HostLostException {
    exchange(frame(2, packer -> packer.packString("flush").packLong(handle)), out);
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
    return exchange(frame, value -> true);
  }

  private Frame frame(long handle, List<Item> batch) {
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

  /** Sends a request and takes outputs until the result comes. */
  private @Nullable Object exchange(Frame request, Emitter<@Nullable Object> out)
      throws PythonFailureException, HostLostException {
    if (!usable) {
      throw gone();
    }
    Demand demand = new Demand(out);
    try {
      request.send(channel, memory);
      while (true) {
        try (MessageUnpacker answer = MessagePack.newDefaultUnpacker(channel.receive())) {
          int size = answer.unpackArrayHeader();
          String tag = answer.unpackString();
          Object value = size > 1 ? MessageReader.read(answer, memory) : null;
          switch (tag) {
            case "out" -> {
              demand.offer(value);
              if (answer.unpackBoolean()) {
                String reply = demand.isOpen() ? "more" : "stop";
                frame(1, packer -> packer.packString(reply)).send(channel, memory);
              }
            }
            case "done" -> {
              report(size, answer);
              demand.rethrow();
              return value;
            }
            case "failed" -> {
              report(size, answer);
              demand.rethrow();
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
    boolean ended = isEnd(e);
    if (!ended) {
      process.kill();
    }
    process.awaitExit();
    memory.close();
    String what =
        switch (e) {
          case ClosedByInterruptException _ -> "was killed, because the call was interrupted";
          case Exception _ when ended -> process.exit();
          default -> "broke the protocol (" + e.getMessage() + ") and was killed";
        };
    return new HostLostException(
        HostLostException.Cause.BROKEN,
        "the worker (%s, pid %d) %s".formatted(hello.name(), process.pid(), what),
        process.output());
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
