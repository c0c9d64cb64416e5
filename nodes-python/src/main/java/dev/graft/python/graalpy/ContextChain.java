package dev.graft.python.graalpy;

import dev.graft.node.Emitter;
import dev.graft.python.failure.FailureReport;
import dev.graft.python.failure.HostLostException;
import dev.graft.python.failure.PythonFailureException;
import dev.graft.python.host.Demand;
import dev.graft.python.host.PythonChain;
import dev.graft.runtime.backend.HostedChain.Traffic;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.failure.Phase;
import dev.graft.value.ValueException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/** A chain of nodes of one context. The host functions are made once, as those of a context are. */
final class ContextChain implements PythonChain {
  private final PythonContext context;
  private final WaysThrough ways;
  private Demand demand = new Demand(value -> false);
  private @Nullable Told told;

  ContextChain(PythonContext context, List<Long> handles)
      throws PythonFailureException, HostLostException {
    this.context = context;
    Optional<Shape> shape = context.shape(handles.getLast());
    ProxyExecutable emit = FlatReader.hand(context.exchange(), shape, this::onEmit);
    ProxyExecutable reject = this::onReject;
    ProxyExecutable wanted = arguments -> isWanted();
    FlatWriter arguments =
        new FlatWriter(context.exchange()).plain(emit).plain(reject).plain(wanted);
    this.ways = context.join(arguments, handles);
  }

  @Override
  public void process(Item item, Emitter<@Nullable Object> out, Told told)
      throws PythonFailureException, HostLostException {
    Demand wanted = begin(out, told);
    try {
      Value returned = put(item);
      @Nullable Object output;
      try {
        output = FlatReader.returned(returned);
      } catch (ValueException e) {
        context.calls().run(ways.takeBack(), item.index(), returned);
        return;
      }
      wanted.offer(output);
    } finally {
      wanted.rethrow();
    }
  }

  private Value put(Item item) throws PythonFailureException, HostLostException {
    Object value = item.value();
    if (value != null && WaysIn.isPlain(value)) {
      return context.calls().run(ways.plain(), item.index(), value);
    }
    FlatWriter arguments = new FlatWriter(context.exchange()).plain(item.index());
    try {
      arguments.value(value);
    } catch (ValueException e) {
      throw PythonFailureException.refused(Phase.STEP, OptionalLong.of(item.index()), e.in("in"));
    }
    return context.calls().run(ways.any(), arguments.arguments());
  }

  @Override
  public void flush(Emitter<@Nullable Object> out, Told told)
      throws PythonFailureException, HostLostException {
    Demand wanted = begin(out, told);
    try {
      context.calls().run(ways.flush());
    } finally {
      wanted.rethrow();
    }
  }

  @Override
  public List<Traffic> traffic() throws PythonFailureException, HostLostException {
    List<?> counts = context.traffic(ways.traffic());
    List<Traffic> traffic = new ArrayList<>();
    for (int i = 0; i < counts.size(); i += 2) {
      traffic.add(new Traffic((Long) counts.get(i), (Long) counts.get(i + 1)));
    }
    return traffic;
  }

  private Demand begin(Emitter<@Nullable Object> out, Told listener) {
    Demand wanted = new Demand(out);
    demand = wanted;
    told = listener;
    return wanted;
  }

  private boolean onEmit(@Nullable Object value) {
    demand.offer(value);
    return demand.isOpen();
  }

  private Object onReject(Value... linkAndFailure) {
    Value[] flat = Arrays.copyOfRange(linkAndFailure, 1, linkAndFailure.length);
    FailureReport report =
        FailureReport.of(
            FlatReader.read(flat, context.exchange()) instanceof Map<?, ?> map ? map : Map.of());
    Told listener = told;
    return listener != null && listener.failed(linkAndFailure[0].asInt(), report);
  }

  private boolean isWanted() {
    Told listener = told;
    return demand.isOpen() && listener != null && listener.getAsBoolean();
  }
}
