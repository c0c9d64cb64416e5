package audio;

import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.annotation.State;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;
import dev.graft.value.Complex;
import dev.graft.value.DateTime;
import dev.graft.value.Decimal;
import dev.graft.value.NdArray;
import dev.graft.value.Time;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Passes on what has no parts, and keeps sets of it. */
@Node(id = "ledger", version = "1.0", summary = "Keeps entries.")
public final class LedgerNode implements Transform<LedgerNode.Entry, LedgerNode.Entry> {
  @State private byte[] digest = new byte[0];
  @State private Set<Object> anything = new LinkedHashSet<>();
  @State private Set<String> names = new LinkedHashSet<>();
  @State private Set<Double> rates = new LinkedHashSet<>();
  @State private Map<BigDecimal, DateTime> byPrice = new LinkedHashMap<>();
  @State private Map<LocalDate, Set<UUID>> byDay = new LinkedHashMap<>();
  @State private Map<Object, Object> rest = new LinkedHashMap<>();

  LedgerNode(Params params) {}

  @Override
  public void process(Entry item, Emitter<? super Entry> out) {
    out.emit(item);
  }

  record Params(
      @Param(doc = "From when on.") Optional<LocalDate> since,
      @Param(doc = "How long.") Duration length,
      @Param(doc = "What to leave out.") Set<BigInteger> skipped) {}

  record Entry(
      byte[] raw,
      BigDecimal price,
      Decimal exactPrice,
      Complex phase,
      LocalDate day,
      Time time,
      DateTime moment,
      Duration length,
      UUID id,
      NdArray samples,
      Optional<DateTime> due) {}
}
