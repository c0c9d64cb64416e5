package dev.graft.runtime.recovery;

import dev.graft.descriptor.NodeDescriptor;
import dev.graft.node.Emitter;
import dev.graft.node.ErrorKind;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.backend.KeyedState;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.failure.NodeFailureException.Aftermath;
import dev.graft.runtime.failure.Phase;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A node that outlives its host: see {@code docs/recovery.md}. Used by one thread at a time, as any
 * node.
 */
public final class RecoveringNode implements HostedNode {
  private final String nodeId;
  private final Care care;
  private final RecoveryPolicy policy;
  private final Journal journal;
  private final Patience patience;
  private final RecoveryListener listener;
  private final BooleanSupplier ended;

  /** Where it can go if the berth turns out to be no good. */
  private final Deque<Berth> further;

  private Berth berth;
  private HostedNode node;
  private boolean givenUp;
  private boolean wasLost;
  private int lossesOfSaving;

  /** What is to be mended before the node can be called. */
  private @Nullable Damage damage;

  /**
   * A loss that is not mended yet.
   *
   * @param moves whether the node must go elsewhere
   * @param from where it was
   */
  private record Damage(NodeFailure failure, boolean moves, BackendId from) {}

  private RecoveringNode(
      String nodeId,
      Care care,
      RecoveryPolicy policy,
      JournalLimits limits,
      List<Berth> berths,
      RecoveryListener listener,
      BooleanSupplier ended)
      throws NodeFailureException, HostingRefusedException {
    this.nodeId = nodeId;
    this.care = care;
    this.policy = policy;
    this.journal = new Journal(care, limits);
    this.patience = new Patience(policy);
    this.listener = listener;
    this.ended = () -> ended.getAsBoolean() || Thread.currentThread().isInterrupted();
    this.further = new ArrayDeque<>(berths);
    this.berth = further.removeFirst();
    this.node = berth.open();
  }

  /**
   * Opens a node.
   *
   * @param berths where it can be opened: it begins in the first, and goes to the next if that
   *     turns out to be unable to run it
   * @param ended whether the run ended, so that nothing needs to be recovered
   */
  public static RecoveringNode open(
      String nodeId,
      NodeDescriptor descriptor,
      List<Berth> berths,
      RecoveryListener listener,
      BooleanSupplier ended)
      throws NodeFailureException, HostingRefusedException {
    return new RecoveringNode(
        nodeId,
        Care.of(descriptor),
        RecoveryPolicy.DEFAULT,
        JournalLimits.DEFAULT,
        berths,
        listener,
        ended);
  }

  /** The same with other bounds. */
  static RecoveringNode open(
      String nodeId,
      NodeDescriptor descriptor,
      List<Berth> berths,
      RecoveryListener listener,
      JournalLimits limits,
      RecoveryPolicy policy)
      throws NodeFailureException, HostingRefusedException {
    return new RecoveringNode(
        nodeId, Care.of(descriptor), policy, limits, berths, listener, () -> false);
  }

  @Override
  public ServedBy servedBy() {
    return node.servedBy();
  }

  @Override
  public void process(List<Item> batch, Emitter<@Nullable Object> out) throws NodeFailureException {
    Delivery delivery = new Delivery(out);
    if (care.effects()) {
      takeEach(batch, delivery);
      return;
    }
    List<Item> left = batch;
    if (!journal.isAsked()) {
      // After one item it is known whether the state can be saved.
      takeOne(batch.subList(0, 1), delivery);
      left = delivery.isOpen() ? batch.subList(1, batch.size()) : List.of();
    }
    if (left.size() == 1) {
      takeOne(left, delivery);
    } else if (!left.isEmpty()) {
      takeAll(left, delivery);
    }
  }

  /** At which item a batch was lost is not known, so its items are done again one by one. */
  private void takeAll(List<Item> batch, Delivery delivery) throws NodeFailureException {
    mend();
    long mark = delivery.seen();
    try {
      call(batch, delivery);
    } catch (NodeFailureException e) {
      if (!isLoss(e)) {
        throw e;
      }
      note(e);
      if (isLate(e)) {
        // The items before the late one are done. How many of the outputs were theirs is not known.
        List<Item> done = upTo(batch, e.failure().index(), 0);
        if (!done.isEmpty()) {
          journal.add(new Call(done, -1, true, false), 0);
        }
        throw bare(e, "");
      }
      delivery.rewind(mark);
      takeEach(batch, delivery);
    }
  }

  private void takeEach(List<Item> batch, Delivery delivery) throws NodeFailureException {
    for (Item item : batch) {
      takeOne(List.of(item), delivery);
      if (!delivery.isOpen()) {
        return;
      }
    }
  }

  private void takeOne(List<Item> item, Delivery delivery) throws NodeFailureException {
    long mark = delivery.seen();
    for (int losses = 1; ; losses++) {
      mend();
      delivery.rewind(mark);
      try {
        call(item, delivery);
        return;
      } catch (NodeFailureException e) {
        refuseOrRepeat(e, losses);
      }
    }
  }

  /** Returns if what failed is to be done again. */
  private void refuseOrRepeat(NodeFailureException e, int losses) throws NodeFailureException {
    if (!isLoss(e)) {
      throw e;
    }
    note(e);
    if (isLate(e)) {
      throw bare(e, "");
    } else if (care.effects()) {
      throw bare(
          e,
          e.aftermath() == Aftermath.UNFIT
              ? ""
              : "; it is not done again, because the node acts on the outside world (effects)");
    } else if (e.aftermath() == Aftermath.HOST_LOST && losses >= policy.lossesOfItem()) {
      throw bare(e, "; it has lost its host %d times and is not done again".formatted(losses));
    }
  }

  private void call(List<Item> items, Delivery delivery) throws NodeFailureException {
    long before = delivery.seen();
    long begin = System.nanoTime();
    try {
      node.process(items, delivery);
    } catch (NodeFailureException e) {
      if (isAnswer(e)) {
        List<Item> done = upTo(items, e.failure().index(), 1);
        answered(new Call(done, delivery.seen() - before, delivery.isOpen(), true), begin);
        if (isCutShort(e.failure())) {
          journal.cutShort();
        }
        saveIfDue();
      }
      throw e;
    }
    answered(new Call(items, delivery.seen() - before, delivery.isOpen(), false), begin);
    saveIfDue();
  }

  private void answered(Call call, long begin) {
    patience.progressed();
    journal.add(call, System.nanoTime() - begin);
  }

  /** What such a call did to the state depends on when it was ended. */
  private static boolean isCutShort(NodeFailure failure) {
    return failure.kind().equals(ErrorKind.TIMEOUT) || failure.type().equals("MemoryError");
  }

  private static List<Item> upTo(List<Item> items, OptionalLong index, int more) {
    for (int i = 0; i < items.size(); i++) {
      if (index.isPresent() && items.get(i).index() == index.getAsLong()) {
        return items.subList(0, i + more);
      }
    }
    return items;
  }

  @Override
  public void flush(Emitter<@Nullable Object> out) throws NodeFailureException {
    Delivery delivery = new Delivery(out);
    for (int losses = 1; ; losses++) {
      mend();
      delivery.rewind(0);
      try {
        node.flush(delivery);
        return;
      } catch (NodeFailureException e) {
        refuseOrRepeat(e, losses);
      }
    }
  }

  @Override
  public List<KeyedState> snapshot() throws NodeFailureException {
    while (true) {
      mend();
      try {
        return node.snapshot();
      } catch (NodeFailureException e) {
        if (!isLoss(e)) {
          throw e;
        }
        note(e);
      }
    }
  }

  @Override
  public void restore(List<KeyedState> states) throws NodeFailureException {
    while (true) {
      mend();
      try {
        node.restore(states);
        journal.restart(states);
        return;
      } catch (NodeFailureException e) {
        if (!isLoss(e)) {
          throw e;
        }
        note(e);
      }
    }
  }

  /** What the hosts before this one did is not known. */
  @Override
  public Optional<Duration> ownTime() {
    return wasLost ? Optional.empty() : node.ownTime();
  }

  @Override
  public void close() throws NodeFailureException {
    Damage left = damage;
    if (left != null) {
      damage = null;
      tell(left, new Loss.GivenUp("nothing came after it"));
    }
    if (!givenUp) {
      node.close();
    }
  }

  private void saveIfDue() {
    if (!journal.isDue() || ended.getAsBoolean()) {
      return;
    }
    long begin = System.nanoTime();
    try {
      List<KeyedState> states = node.snapshot();
      journal.saved(states, System.nanoTime() - begin);
    } catch (NodeFailureException e) {
      if (ended.getAsBoolean()) {
        return;
      } else if (isLoss(e)) {
        damaged(e);
        if (++lossesOfSaving >= policy.lossesOfItem()) {
          cannotSave("saving it has lost its host %d times".formatted(lossesOfSaving));
        }
      } else {
        cannotSave(e.failure().message());
      }
    }
  }

  private void cannotSave(String why) {
    journal.cannotSave(why);
    listener.cannotSave(why);
  }

  private boolean isLoss(NodeFailureException e) {
    return !ended.getAsBoolean()
        && (e.aftermath() == Aftermath.HOST_LOST
            || (e.aftermath() == Aftermath.UNFIT
                && !further.isEmpty()
                && journal.obstacle().isEmpty()));
  }

  /** Whether the node itself failed, and is still there. */
  private boolean isAnswer(NodeFailureException e) {
    return e.aftermath() == Aftermath.GOES_ON || (e.aftermath() == Aftermath.UNFIT && !isLoss(e));
  }

  private static boolean isLate(NodeFailureException e) {
    return e.failure().kind().equals(ErrorKind.TIMEOUT);
  }

  /** Notes a loss of which somebody is told if it cannot be mended. */
  private void note(NodeFailureException e) throws NodeFailureException {
    damaged(e);
    endIfHopeless(e.failure());
  }

  private void damaged(NodeFailureException e) {
    wasLost = true;
    boolean moves = e.aftermath() == Aftermath.UNFIT;
    damage = new Damage(e.failure(), moves, berth.backend());
    if (!moves && !isLate(e)) {
      patience.lost();
    }
  }

  private void endIfHopeless(NodeFailure failure) throws NodeFailureException {
    Optional<String> obstacle = journal.obstacle();
    if (obstacle.isPresent()) {
      throw hopeless(failure, obstacle.orElseThrow());
    } else if (patience.isExhausted()) {
      throw hopeless(
          failure, "%d hosts were lost in a row with no item done".formatted(patience.losses()));
    }
  }

  private NodeFailureException hopeless(NodeFailure failure, String why) {
    Damage left = damage;
    damage = null;
    if (left != null) {
      tell(left, new Loss.GivenUp(why));
    }
    return NodeFailureException.endingNode(
        failure.withMessage(failure.message() + "; the run ends, because " + why), null);
  }

  private static NodeFailureException bare(NodeFailureException e, String more) {
    NodeFailure failure = e.failure();
    return new NodeFailureException(failure.withMessage(failure.message() + more), e.getCause());
  }

  private void tell(Damage what, Loss.Outcome outcome) {
    Loss loss = new Loss(what.failure(), outcome);
    if (what.moves()) {
      listener.moved(what.from(), loss);
    } else {
      listener.lost(loss);
    }
  }

  /** Brings the node back, if it was lost. */
  private void mend() throws NodeFailureException {
    for (Damage left = damage; left != null; left = damage) {
      if (ended.getAsBoolean()) {
        throw new NodeFailureException(left.failure(), null);
      }
      endIfHopeless(left.failure());
      long begin = System.nanoTime();
      patience.pause(ended);
      if (ended.getAsBoolean()) {
        continue;
      }
      try {
        long otherwise = start(left.moves());
        damage = null;
        restarted(left, otherwise, begin);
      } catch (HostingRefusedException e) {
        if (left.moves()) {
          throw hopeless(left.failure(), "it can run on no other backend: " + e.reason());
        }
        again(left, refused(e));
      } catch (NodeFailureException e) {
        if (!isLoss(e)) {
          damage = null;
          tell(left, new Loss.GivenUp(e.failure().message()));
          throw ended.getAsBoolean() ? e : NodeFailureException.endingNode(e.failure(), e);
        }
        again(left, e);
      }
    }
  }

  private long start(boolean moves) throws NodeFailureException, HostingRefusedException {
    if (!givenUp) {
      givenUp = true;
      berth.giveUp(node);
    }
    if (moves) {
      berth = further.removeFirst();
    }
    node = berth.open();
    givenUp = false;
    return Replay.on(node, nodeId, journal, care, ended);
  }

  private void restarted(Damage left, long otherwise, long begin) {
    tell(
        left,
        new Loss.Restarted(
            berth.backend(),
            Duration.ofNanos(begin - journal.baseNanos()),
            journal.items(),
            otherwise,
            Duration.ofNanos(System.nanoTime() - begin)));
  }

  /** The new host was lost, too, before the node was where it had been. */
  private void again(Damage left, NodeFailureException e) {
    tell(left, new Loss.GivenUp("the next host was lost, too"));
    damaged(e);
  }

  private NodeFailureException refused(HostingRefusedException e) {
    return new NodeFailureException(
        new NodeFailure(
            nodeId,
            Phase.OPEN,
            OptionalLong.empty(),
            ErrorKind.INTERNAL,
            "HostLost",
            "no host to go on in: " + e.reason(),
            Optional.empty()),
        e,
        Aftermath.HOST_LOST);
  }
}
