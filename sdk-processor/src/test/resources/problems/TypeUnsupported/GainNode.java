package audio;

import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;
import java.util.List;
import java.util.Optional;

@Node(id = "gain", version = "1.0", summary = "Multiplies.")
public final class GainNode implements Transform<float[], Object> {
  record Params(
      @Param(doc = "A text.") float gain,
      @Param(doc = "A text.") short count,
      @Param(doc = "A text.") byte level,
      @Param(doc = "A text.") char letter,
      @Param(doc = "A text.") Float boxed,
      @Param(doc = "A text.") int[] sizes,
      @Param(doc = "A text.") String[] names,
      @Param(doc = "A text.") boolean[] flags,
      @Param(doc = "A text.") java.time.Instant start,
      @Param(doc = "A text.") java.time.ZonedDateTime end,
      @Param(doc = "A text.") java.time.LocalTime time,
      @Param(doc = "A text.") java.util.Date date,
      @Param(doc = "A text.") java.util.OptionalInt limit,
      @Param(doc = "A text.") java.util.ArrayList<String> list,
      @Param(doc = "A text.") java.util.TreeSet<String> set,
      @Param(doc = "A text.") java.util.HashMap<String, Long> map,
      @Param(doc = "A text.") java.util.Iterator<Long> iterator,
      @Param(doc = "A text.") java.util.Random random,
      @Param(doc = "A text.") java.lang.Thread thread,
      @Param(doc = "A text.") dev.graft.value.Tuple tuple,
      @Param(doc = "A text.") dev.graft.value.FrozenSet frozen,
      @Param(doc = "A text.") dev.graft.value.Opaque opaque,
      @Param(doc = "A text.") dev.graft.value.Zone zone,
      @Param(doc = "A text.") Band band) {}

  GainNode(Params params) {}

  public void process(float[] item, Emitter<? super Object> out) {}

  record Band(Optional<Filter> filter, Shape shape, List<double[]> samples) {}

  static final class Filter {}

  interface Shape {}
}
