package dev.graft.compat.run;

import static dev.graft.compat.fake.FakeContracts.BUFFER;
import static dev.graft.compat.fake.FakeContracts.COUNTER;
import static dev.graft.compat.fake.FakeContracts.PASS_THROUGH;

import dev.graft.compat.fake.FakeBackend;
import dev.graft.compat.fake.FakeContracts;
import dev.graft.compat.fake.FakeHosted;
import dev.graft.compat.fake.FakeNode;
import dev.graft.descriptor.NodeContract;
import dev.graft.node.Emitter;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.backend.NodeOpening;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.catalogue.NodeImplementation;
import dev.graft.runtime.failure.NodeFailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Backends and contracts with one thing wrong. */
final class BackendMutants {
  private BackendMutants() {}

  static Stream<Mutant> all() {
    return Stream.of(liars(), hosts(), contracts()).flatMap(each -> each);
  }

  private static Mutant liar(String name, UnaryOperator<ServedBy> lie) {
    return Mutant.ofBackend(
        name,
        PASS_THROUGH,
        makers ->
            new FakeBackend(BackendId.JAVA, makers) {
              @Override
              protected ServedBy servedBy(NodeImplementation node) {
                return lie.apply(super.servedBy(node));
              }
            },
        ExitCode.BACKEND,
        "NONE/INFRA");
  }

  private static Stream<Mutant> liars() {
    return Stream.of(
        liar(
            "another backend answers",
            who ->
                new ServedBy(
                    BackendId.CPYTHON, who.implementation(), who.process(), who.codeHash())),
        liar(
            "no code hash",
            who -> new ServedBy(who.backend(), who.implementation(), who.process(), "unknown")),
        liar(
            "no implementation",
            who -> new ServedBy(who.backend(), "", who.process(), who.codeHash())),
        Mutant.ofBackend(
            "does not start",
            PASS_THROUGH,
            makers ->
                new FakeBackend(BackendId.JAVA, makers) {
                  @Override
                  public BackendSession openSession() throws HostingRefusedException {
                    throw new HostingRefusedException(BackendId.JAVA, "no worker");
                  }
                },
            ExitCode.BACKEND,
            ""));
  }

  private interface Hoster {
    HostedNode host(NodeOpening opening, FakeNode.Maker maker, ServedBy servedBy);
  }

  private static Mutant host(String name, NodeContract contract, Hoster hoster, String signature) {
    return Mutant.ofBackend(
        name,
        contract,
        makers ->
            new FakeBackend(BackendId.JAVA, makers) {
              @Override
              protected HostedNode host(
                  NodeOpening opening, FakeNode.Maker maker, ServedBy servedBy) {
                return hoster.host(opening, maker, servedBy);
              }
            },
        ExitCode.UNEXPECTED,
        signature);
  }

  private static Stream<Mutant> hosts() {
    return Stream.of(
        host(
            "none is emitted",
            PASS_THROUGH,
            (o, m, s) ->
                new FakeHosted(o, m, s) {
                  @Override
                  protected Emitter<@Nullable Object> emitter(Emitter<@Nullable Object> out) {
                    return out;
                  }
                },
            "DIFF/stream/extra-output/out"),
        host(
            "one state for all sessions",
            COUNTER,
            (o, m, s) ->
                new FakeHosted(o, m, s) {
                  @Override
                  protected @Nullable Object key(Item item) {
                    return null;
                  }
                },
            "DIFF/int/*/out.count"),
        host(
            "sessions flush backwards",
            BUFFER,
            (o, m, s) ->
                new FakeHosted(o, m, s) {
                  @Override
                  public void flush(Emitter<@Nullable Object> out) throws NodeFailureException {
                    new ArrayList<>(sessions.values()).reversed().forEach(node -> node.flush(out));
                  }
                },
            "DIFF/*/out*"),
        host(
            "the rest of a batch is lost",
            BUFFER,
            (o, m, s) ->
                new FakeHosted(o, m, s) {
                  @Override
                  public void process(List<Item> batch, Emitter<@Nullable Object> out)
                      throws NodeFailureException {
                    super.process(batch.subList(0, 1), out);
                  }
                },
            "DIFF/*"),
        host(
            "breaks",
            PASS_THROUGH,
            (o, m, s) ->
                new FakeHosted(o, m, s) {
                  @Override
                  public void process(List<Item> batch, Emitter<@Nullable Object> out) {
                    throw new IllegalStateException("the worker is gone");
                  }
                },
            "CRASH"));
  }

  private static Stream<Mutant> contracts() {
    return Stream.of(
        Mutant.ofContract(
            "default promised otherwise",
            BUFFER,
            FakeContracts.buffer(11),
            "DIFF/contract/int-off-by-one/contract.params[*].default"));
  }

  /** A backend that never answers; apart, because it takes its time. */
  static Mutant hangs() {
    return host(
        "hangs",
        PASS_THROUGH,
        (o, m, s) ->
            new FakeHosted(o, m, s) {
              @Override
              public void process(List<Item> batch, Emitter<@Nullable Object> out)
                  throws NodeFailureException {
                if (batch.getFirst().value() instanceof Boolean) {
                  sleep();
                }
                super.process(batch, out);
              }
            },
        "TIMEOUT");
  }

  private static void sleep() {
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
