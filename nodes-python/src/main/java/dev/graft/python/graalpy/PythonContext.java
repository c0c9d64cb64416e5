package dev.graft.python.graalpy;

import dev.graft.node.Emitter;
import dev.graft.python.deadline.Deadline;
import dev.graft.python.deadline.Watchdog;
import dev.graft.python.failure.HostLostException;
import dev.graft.python.failure.PythonFailureException;
import dev.graft.python.host.Demand;
import dev.graft.python.host.Notice;
import dev.graft.python.host.OutputTail;
import dev.graft.python.host.ProtocolTrees;
import dev.graft.python.host.PythonChain;
import dev.graft.python.host.PythonHost;
import dev.graft.python.source.ModuleFinder;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.backend.KeyedState;
import dev.graft.runtime.catalogue.PythonUnit;
import dev.graft.runtime.environment.Requirement;
import dev.graft.runtime.failure.Phase;
import dev.graft.value.ValueException;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/** One context with Graft's host in it. No value of it ever leaves it. */
final class PythonContext implements PythonHost {
  private final Exchange exchange;
  private final ModuleFinder finder;
  private final EntryPoints entry;
  private final Prelude prelude;
  private final String implementation;
  private final Calls calls;

  /** The host functions are made once; what they are to do at the moment stands in the fields. */
  private final ProxyExecutable emit;

  private final ProxyExecutable sink;

  private final Map<Long, WaysIn> ways = new HashMap<>();
  private Demand demand = new Demand(value -> false);
  private @Nullable Object result;
  private volatile boolean clean = true;

  private PythonContext(
      Exchange exchange,
      ModuleFinder finder,
      EntryPoints entry,
      Prelude prelude,
      String mode,
      Calls calls) {
    this.exchange = exchange;
    this.finder = finder;
    this.entry = entry;
    this.prelude = prelude;
    this.calls = calls;
    this.emit = FlatReader.hand(exchange, Optional.empty(), this::onEmit);
    this.sink = FlatReader.hand(exchange, Optional.empty(), this::onResult);
    this.implementation = "GraalPy %s (%s)".formatted(entry.version(), mode);
  }

  /**
   * A context with everything in place.
   *
   * @param mode whether the engine compiles
   * @param watchdog what ends calls that take too long
   * @param alarms what lets tasks of nodes go on between calls
   * @throws PolyglotException if GraalPy cannot start
   * @throws IOException if what was granted is not there
   */
  static PythonContext start(
      Sandbox sandbox, Prelude prelude, String mode, Watchdog watchdog, Alarms alarms)
      throws IOException {
    OutputTail output = new OutputTail(System.err);
    Exchange exchange = new Exchange();
    Context context = sandbox.newContext(output, exchange);
    try {
      ModuleFinder finder = new ModuleFinder(prelude.files());
      EntryPoints entry = EntryPoints.install(context, prelude, finder, exchange);
      Calls calls = new Calls(context, exchange, output, entry, watchdog, alarms);
      return new PythonContext(exchange, finder, entry, prelude, mode, calls);
    } catch (PolyglotException e) {
      context.close(true);
      throw e;
    }
  }

  @Override
  public void listen(Notice.Listener hears) {
    calls.listen(hears);
  }

  @Override
  public String implementation() {
    return implementation;
  }

  @Override
  public String process() {
    return "in-process";
  }

  @Override
  public Condition condition() {
    if (calls.isCancelled()) {
      return Condition.CANCELLED;
    } else if (interrupts() > 0) {
      return Condition.INTERRUPTED;
    } else if (!calls.isUsable()) {
      return Condition.LOST;
    }
    return clean ? Condition.CLEAN : Condition.USED;
  }

  @Override
  public void limit(Optional<Deadline> deadline) {
    calls.bounds().limit(deadline);
  }

  @Override
  public long interrupts() {
    return calls.bounds().interrupts();
  }

  @Override
  public void cancel() {
    calls.cancel();
  }

  @Override
  public void load(PythonUnit unit, List<Requirement> packages)
      throws PythonFailureException, HostLostException {
    clean = clean && prelude.ownUnits().contains(unit.hash());
    finder.register(unit.roots(), unit.parentPackage());
    prelude.held().hold(unit.path(), unit.source());
    run(
        entry.load(),
        new FlatWriter(exchange)
            .plain(calls.fail())
            .value(ProtocolTrees.unit(unit, List.of(), packages)));
  }

  @Override
  public List<?> describe(PythonUnit unit) throws PythonFailureException, HostLostException {
    return described(ProtocolTrees.unit(unit, List.of()));
  }

  @Override
  public List<?> syntax(PythonUnit unit) throws PythonFailureException, HostLostException {
    return described(ProtocolTrees.syntax(unit));
  }

  private List<?> described(Map<String, @Nullable Object> unit)
      throws PythonFailureException, HostLostException {
    run(entry.describe(), new FlatWriter(exchange).plain(sink).plain(calls.fail()).value(unit));
    return ProtocolTrees.list(takeResult());
  }

  @Override
  public long open(NodeSpec spec) throws PythonFailureException, HostLostException {
    run(
        entry.open(),
        new FlatWriter(exchange).plain(sink).plain(calls.fail()).value(ProtocolTrees.spec(spec)));
    long handle = takeNumber();
    ways.put(handle, newWays(handle, Shape.of(spec.emits())));
    return handle;
  }

  private WaysIn newWays(long handle, Optional<Shape> shape)
      throws PythonFailureException, HostLostException {
    ProxyExecutable receive = FlatReader.hand(exchange, shape, this::onEmit);
    FlatWriter arguments =
        new FlatWriter(exchange).plain(handle).plain(receive).plain(calls.fail());
    arguments.value(shape.map(Shape::tree).orElse(List.of()));
    Value functions = calls.run(entry.waysIn(), arguments.arguments());
    return new WaysIn(functions.getArrayElement(0), functions.getArrayElement(1), shape);
  }

  private WaysIn waysIn(long handle) throws HostLostException {
    WaysIn known = ways.get(handle);
    if (known == null) {
      throw ProtocolTrees.broken("no node has the handle " + handle);
    }
    return known;
  }

  /** The record that an open node says it emits. */
  Optional<Shape> shape(long handle) throws HostLostException {
    return waysIn(handle).shape();
  }

  @Override
  public void process(long handle, List<Item> batch, Emitter<@Nullable Object> out)
      throws PythonFailureException, HostLostException {
    WaysIn ways = waysIn(handle);
    Demand wanted = new Demand(out);
    demand = wanted;
    for (Item item : batch) {
      try {
        take(ways, item);
      } catch (PythonFailureException e) {
        throw e.at(item.index());
      } catch (HostLostException e) {
        throw e.at(item.index());
      } finally {
        wanted.rethrow();
      }
      if (!wanted.isOpen()) {
        return;
      }
    }
  }

  private void take(WaysIn ways, Item item) throws PythonFailureException, HostLostException {
    Duration limit = calls.bounds().deadline().item();
    Object value = item.value();
    if (value != null && item.key() == null && WaysIn.isPlain(value)) {
      Value returned = calls.call(ways.plain(), limit, value);
      @Nullable Object output;
      try {
        output = FlatReader.returned(returned);
      } catch (ValueException e) {
        throw refused(item, e.in("out"));
      }
      demand.offer(output);
      return;
    }
    FlatWriter arguments = new FlatWriter(exchange);
    try {
      arguments.value(item.key()).value(value);
    } catch (ValueException e) {
      throw refused(item, e.in("in"));
    }
    calls.call(ways.any(), limit, arguments.arguments());
  }

  private static PythonFailureException refused(Item item, ValueException e) {
    return PythonFailureException.refused(Phase.STEP, OptionalLong.of(item.index()), e);
  }

  @Override
  public void flush(long handle, Emitter<@Nullable Object> out)
      throws PythonFailureException, HostLostException {
    Demand wanted = new Demand(out);
    demand = wanted;
    try {
      calls.call(
          entry.flush(),
          calls.bounds().deadline().item(),
          new FlatWriter(exchange).plain(handle).plain(emit).plain(calls.fail()).arguments());
    } finally {
      wanted.rethrow();
    }
  }

  @Override
  public Optional<PythonChain> join(List<Long> handles)
      throws PythonFailureException, HostLostException {
    return Optional.of(new ContextChain(this, handles));
  }

  @Override
  public Optional<Duration> ownTime(long handle) throws PythonFailureException, HostLostException {
    run(entry.spent(), new FlatWriter(exchange).plain(handle).plain(sink).plain(calls.fail()));
    return ProtocolTrees.time(takeResult());
  }

  @Override
  public List<KeyedState> snapshot(long handle) throws PythonFailureException, HostLostException {
    run(entry.snapshot(), new FlatWriter(exchange).plain(handle).plain(sink).plain(calls.fail()));
    return ProtocolTrees.states(takeResult());
  }

  @Override
  public void restore(long handle, List<KeyedState> states)
      throws PythonFailureException, HostLostException {
    run(
        entry.restore(),
        new FlatWriter(exchange)
            .plain(handle)
            .plain(calls.fail())
            .value(ProtocolTrees.states(states)));
  }

  @Override
  public void closeNode(long handle) throws PythonFailureException, HostLostException {
    ways.remove(handle);
    calls.call(
        entry.close(),
        calls.bounds().deadline().end(),
        new FlatWriter(exchange).plain(handle).plain(calls.fail()).arguments());
  }

  @Override
  public void close() {
    calls.close();
  }

  EntryPoints entry() {
    return entry;
  }

  Calls calls() {
    return calls;
  }

  Exchange exchange() {
    return exchange;
  }

  private void run(Value function, FlatWriter arguments)
      throws PythonFailureException, HostLostException {
    calls.run(function, arguments.arguments());
  }

  /** The time of whoever takes an output is not the node's. */
  private boolean onEmit(@Nullable Object value) {
    if (!calls.bounds().pause()) {
      return false; // the call is about to be interrupted: it is over already
    }
    try {
      demand.offer(value);
    } finally {
      calls.bounds().resume();
    }
    return demand.isOpen();
  }

  private boolean onResult(@Nullable Object value) {
    result = value;
    return true;
  }

  /** The functions of a chain of nodes. */
  WaysThrough join(FlatWriter hostFunctions, List<Long> handles)
      throws PythonFailureException, HostLostException {
    handles.forEach(hostFunctions::plain);
    return WaysThrough.of(calls.run(entry.join(), hostFunctions.arguments()));
  }

  /** What a chain counted. */
  List<?> traffic(Value counts) throws PythonFailureException, HostLostException {
    calls.run(counts, sink);
    return ProtocolTrees.list(takeResult());
  }

  private long takeNumber() throws HostLostException {
    if (takeResult() instanceof Long number) {
      return number;
    }
    throw ProtocolTrees.broken("the result is no number");
  }

  private @Nullable Object takeResult() {
    Object taken = result;
    result = null;
    return taken;
  }
}
