package dev.graft.python.graalpy;

import dev.graft.node.Emitter;
import dev.graft.python.deadline.Bounds;
import dev.graft.python.deadline.Deadline;
import dev.graft.python.deadline.Watchdog;
import dev.graft.python.failure.FailureReport;
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
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/** One context with Graft's host in it. No value of it ever leaves it. */
final class PythonContext implements PythonHost {
  /** How long a call may take to end after it was cancelled. */
  private static final Duration CANCEL_PATIENCE = Duration.ofMillis(40);

  private final Context context;
  private final Exchange exchange;
  private final OutputTail output;
  private final ModuleFinder finder;
  private final EntryPoints entry;
  private final Prelude prelude;
  private final String implementation;
  private final Bounds bounds;

  /** The host functions are made once; what they are to do at the moment stands in the fields. */
  private final ProxyExecutable emit;

  private final ProxyExecutable sink;
  private final ProxyExecutable fail = this::onFailure;

  private final BetweenCalls between;
  private final Queue<Notice> notices = new ConcurrentLinkedQueue<>();
  private Notice.Listener listener = Notice.Listener.NONE;
  private final Map<Long, WaysIn> ways = new HashMap<>();
  private Demand demand = new Demand(value -> false);
  private @Nullable Object result;
  private @Nullable FailureReport failure;

  private volatile boolean clean = true;
  private volatile boolean usable = true;
  private volatile boolean cancelled;

  private PythonContext(
      Context context,
      Exchange exchange,
      OutputTail output,
      ModuleFinder finder,
      EntryPoints entry,
      Prelude prelude,
      String mode,
      Watchdog watchdog,
      Alarms alarms) {
    this.context = context;
    this.exchange = exchange;
    this.output = output;
    this.finder = finder;
    this.entry = entry;
    this.prelude = prelude;
    this.bounds = new Bounds(watchdog, new BreakableContext(context));
    this.between = new BetweenCalls(alarms);
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
      PythonContext host =
          new PythonContext(
              context, exchange, output, finder, entry, prelude, mode, watchdog, alarms);
      host.attend();
      return host;
    } catch (PolyglotException e) {
      context.close(true);
      throw e;
    }
  }

  private void attend() {
    ProxyExecutable alarm = between::ask;
    ProxyExecutable tell = this::onNotice;
    entry.attend().executeVoid(alarm, tell);
    Value goOn = entry.goOn();
    between.use(wanted -> goOn.execute(wanted).asDouble());
  }

  @Override
  public void listen(Notice.Listener hears) {
    listener = hears;
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
    if (cancelled) {
      return Condition.CANCELLED;
    } else if (bounds.interrupts() > 0) {
      return Condition.INTERRUPTED;
    } else if (!usable) {
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
    if (!BreakableContext.interrupted(context, CANCEL_PATIENCE)) {
      context.close(true);
    }
  }

  @Override
  public void load(PythonUnit unit, List<Requirement> packages)
      throws PythonFailureException, HostLostException {
    clean = clean && prelude.ownUnits().contains(unit.hash());
    finder.register(unit.roots(), unit.parentPackage());
    prelude.held().hold(unit.path(), unit.source());
    run(
        entry.load(),
        new FlatWriter(exchange).plain(fail).value(ProtocolTrees.unit(unit, List.of(), packages)));
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
    run(entry.describe(), new FlatWriter(exchange).plain(sink).plain(fail).value(unit));
    return ProtocolTrees.list(takeResult());
  }

  @Override
  public long open(NodeSpec spec) throws PythonFailureException, HostLostException {
    run(
        entry.open(),
        new FlatWriter(exchange).plain(sink).plain(fail).value(ProtocolTrees.spec(spec)));
    long handle = takeNumber();
    ways.put(handle, newWays(handle, Shape.of(spec.emits())));
    return handle;
  }

  private WaysIn newWays(long handle, Optional<Shape> shape)
      throws PythonFailureException, HostLostException {
    ProxyExecutable receive = FlatReader.hand(exchange, shape, this::onEmit);
    FlatWriter arguments = new FlatWriter(exchange).plain(handle).plain(receive).plain(fail);
    arguments.value(shape.map(Shape::tree).orElse(List.of()));
    Value functions = call(entry.waysIn(), bounds.deadline().start(), arguments.arguments());
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
    Duration limit = bounds.deadline().item();
    Object value = item.value();
    if (value != null && item.key() == null && WaysIn.isPlain(value)) {
      Value returned = call(ways.plain(), limit, value);
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
    call(ways.any(), limit, arguments.arguments());
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
      call(
          entry.flush(),
          bounds.deadline().item(),
          new FlatWriter(exchange).plain(handle).plain(emit).plain(fail).arguments());
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
    run(entry.spent(), new FlatWriter(exchange).plain(handle).plain(sink).plain(fail));
    return ProtocolTrees.time(takeResult());
  }

  @Override
  public List<KeyedState> snapshot(long handle) throws PythonFailureException, HostLostException {
    run(entry.snapshot(), new FlatWriter(exchange).plain(handle).plain(sink).plain(fail));
    return ProtocolTrees.states(takeResult());
  }

  @Override
  public void restore(long handle, List<KeyedState> states)
      throws PythonFailureException, HostLostException {
    run(
        entry.restore(),
        new FlatWriter(exchange).plain(handle).plain(fail).value(ProtocolTrees.states(states)));
  }

  @Override
  public void closeNode(long handle) throws PythonFailureException, HostLostException {
    ways.remove(handle);
    call(
        entry.close(),
        bounds.deadline().end(),
        new FlatWriter(exchange).plain(handle).plain(fail).arguments());
  }

  @Override
  public void close() {
    usable = false;
    bounds.close();
    between.close();
    context.close(true);
  }

  EntryPoints entry() {
    return entry;
  }

  Exchange exchange() {
    return exchange;
  }

  /** What a function has to say it tells the host functions; its own result is nothing. */
  void run(Value function, FlatWriter arguments) throws PythonFailureException, HostLostException {
    call(function, bounds.deadline().start(), arguments.arguments());
  }

  private Value call(Value function, Duration limit, Object... arguments)
      throws PythonFailureException, HostLostException {
    if (!usable) {
      throw new HostLostException(
          HostLostException.Cause.BROKEN, "the context was discarded after an error", "");
    }
    RuntimeException thrown = null;
    Value returned = null;
    boolean inTime = true;
    bounds.begin(limit);
    boolean waited = between.enter();
    try {
      failure = null;
      throwWhatEnded();
      if (!waited || mayGoOn(function)) {
        returned = function.execute(arguments);
      }
    } catch (PolyglotException | IllegalStateException e) {
      thrown = e;
    } finally {
      between.leave();
      exchange.clear();
      inTime = bounds.end();
    }
    if (!notices.isEmpty()) {
      tellNotices();
    }
    if (!inTime) {
      throw late(thrown, limit);
    } else if (thrown != null) {
      askForFailure(thrown);
      if (failure == null) {
        throw lost(thrown);
      }
    }
    FailureReport report = failure;
    if (report != null) {
      throw new PythonFailureException(report);
    }
    return Objects.requireNonNull(returned);
  }

  /** Whether a call that had to wait for a task of a node is not too late. */
  private boolean mayGoOn(Value function) throws HostLostException {
    if (!bounds.pause()) {
      return false;
    }
    bounds.resume();
    if (cancelled && !function.equals(entry.close())) {
      throw new HostLostException(
          HostLostException.Cause.CANCELLED, "the context was cancelled", output.text());
    }
    return true;
  }

  /** A task that was interrupted was so for the sake of a call, which tells it itself. */
  private void throwWhatEnded() throws HostLostException {
    RuntimeException ended = between.end();
    if (ended != null && !(ended instanceof PolyglotException e && e.isInterrupted())) {
      throw lost(ended);
    }
  }

  private Object onNotice(Value... flat) {
    if (FlatReader.read(flat, exchange) instanceof Map<?, ?> tree) {
      notices.add(Notice.of(tree));
    }
    return true;
  }

  private void tellNotices() {
    for (Notice notice = notices.poll(); notice != null; notice = notices.poll()) {
      listener.told(notice);
    }
  }

  /** Python cannot tell an exception of Java code that it called from an interrupt. */
  private void askForFailure(RuntimeException thrown) {
    if (thrown instanceof PolyglotException e && Losses.isOrdinary(e) && !cancelled) {
      try {
        entry.letThrough().executeVoid(fail);
      } catch (PolyglotException | IllegalStateException again) {
        failure = null; // the first exception is the one to tell
      }
    }
  }

  /** The time of whoever takes an output is not the node's. */
  private boolean onEmit(@Nullable Object value) {
    if (!bounds.pause()) {
      return false; // the call is about to be interrupted: it is over already
    }
    try {
      demand.offer(value);
    } finally {
      bounds.resume();
    }
    return demand.isOpen();
  }

  /** The context can still be asked for the node's state, unless it had to be closed. */
  private HostLostException late(@Nullable RuntimeException thrown, Duration limit) {
    usable = thrown == null || (thrown instanceof PolyglotException e && e.isInterrupted());
    String where = thrown instanceof PolyglotException e ? InterruptedFrames.text(e) : "";
    return HostLostException.late(limit, where);
  }

  private HostLostException lost(RuntimeException thrown) {
    if (!(thrown instanceof PolyglotException e)) {
      usable = false; // closed by another thread
      return new HostLostException(
          HostLostException.Cause.CANCELLED, "the context is closed: " + thrown.getMessage(), "");
    }
    usable = e.isInterrupted();
    cancelled = cancelled || usable;
    return Losses.of(e, entry.exit().status(), output.text());
  }

  private boolean onResult(@Nullable Object value) {
    result = value;
    return true;
  }

  private Object onFailure(Value... flat) {
    failure =
        FailureReport.of(FlatReader.read(flat, exchange) instanceof Map<?, ?> map ? map : Map.of());
    return true;
  }

  /** The number of a chain of nodes. */
  long join(FlatWriter hostFunctions, List<Long> handles)
      throws PythonFailureException, HostLostException {
    FlatWriter arguments = hostFunctions.plain(sink);
    handles.forEach(arguments::plain);
    run(entry.join(), arguments);
    return takeNumber();
  }

  /** What a chain counted. */
  List<?> traffic(long chain) throws PythonFailureException, HostLostException {
    run(entry.chainTraffic(), new FlatWriter(exchange).plain(chain).plain(sink));
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
