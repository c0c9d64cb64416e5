package dev.graft.python.host;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.node.ErrorKind;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.json.TypedJson;
import dev.graft.value.DateTime;
import dev.graft.value.EnumMember;
import dev.graft.value.NdArray;
import dev.graft.value.Opaque;
import dev.graft.value.RecordValue;
import dev.graft.value.Values;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of values on their way to Python and back; the same on every backend. */
public interface CrossingValues {
  /** A node that gives back what it takes, in a list. */
  String ECHO = "class Echo:\n    def process(self, item):\n        return [item]\n";

  /** Opens the first node of a source text. */
  HostedNode node(String source) throws Exception;

  /** Where nodes are opened. */
  Backend backend();

  @Test
  default void valuesSurviveTheRoundTrip() throws Exception {
    HostedNode echo = node(ECHO);
    for (Object value : PortableExamples.all()) {
      List<@Nullable Object> outputs = Nodes.process(echo, value);
      assertWithMessage(Values.describe(value)).that(outputs).hasSize(1);
      assertWithMessage(Values.describe(value))
          .that(outputs.getFirst())
          .isEqualTo(Arrays.asList(value));
    }
  }

  @Test
  default void theExamplesComeBackByteForByte() throws Exception {
    HostedNode echo = node(Example.ECHO);
    for (Example example : Example.all()) {
      assertThat(Nodes.process(echo, example.value()).stream().map(TypedJson::write).toList())
          .containsExactly("[" + example.json() + "]");
    }
  }

  @Test
  default void dictsKeepTheirOrder() throws Exception {
    HostedNode keys =
        node("class Keys:\n    def process(self, item):\n        return list(item)\n");
    Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 50; i > 0; i--) {
      map.put("k" + i * 7919 % 50, 1L);
    }
    List<String> expected = map.keySet().stream().map(String::valueOf).toList();
    assertThat(Nodes.process(keys, map)).containsExactly(expected);
  }

  @Test
  default void pythonGetsRealPythonObjects() throws Exception {
    HostedNode types =
        node(
            """
            import copy, datetime, decimal, json, pickle, uuid
            class Types:
                def process(self, item):
                    copy.deepcopy(item)
                    plain, rare = item
                    json.dumps(plain)
                    assert pickle.loads(pickle.dumps(rare)) == rare
                    assert [type(x) for x in rare] == [
                        set, decimal.Decimal, datetime.date, datetime.datetime,
                        datetime.timedelta, uuid.UUID]
                    return [type(x).__name__ for x in plain]
            """);
    List<@Nullable Object> plain = new ArrayList<>();
    plain.add(null);
    plain.addAll(List.of(true, 1L, 1.0, "s", List.of(), Map.of(), BigInteger.TWO.pow(70)));
    List<Object> rare =
        List.of(
            Set.of(1L),
            new java.math.BigDecimal("1.5"),
            java.time.LocalDate.EPOCH,
            Instant.EPOCH,
            java.time.Duration.ZERO,
            new java.util.UUID(1, 2));
    List<@Nullable Object> portable = List.of(plain, checked(rare));
    assertThat(Nodes.process(types, portable))
        .containsExactly(List.of("NoneType", "bool", "int", "float", "str", "list", "dict", "int"));
  }

  private static Object checked(Object value) {
    Object checked = dev.graft.value.Portable.check(value);
    if (checked == null) {
      throw new AssertionError("no value is none");
    }
    return checked;
  }

  @Test
  default void classesOfTheNodesFileCross() throws Exception {
    HostedNode node =
        node(
            """
            import collections, dataclasses, enum, http
            class Color(enum.IntEnum):
                RED = 1
            Point = collections.namedtuple("Point", "x y")
            @dataclasses.dataclass
            class Track:
                name: str
                points: list
                class Kind(enum.Enum):
                    LIVE = "live"
            class Types:
                def process(self, item):
                    if item == "make":
                        return [Color.RED, Track("t", [Point(1, 2.0)]), Track.Kind.LIVE, http.HTTPStatus.OK]
                    color, track, kind, status = item
                    return [color is Color.RED, track == Track("t", [Point(1, 2.0)]),
                            type(track.points[0]) is Point, kind is Track.Kind.LIVE,
                            status is http.HTTPStatus.OK]
            """);
    Map<String, @Nullable Object> point = new LinkedHashMap<>();
    point.put("x", 1L);
    point.put("y", 2.0);
    Map<String, @Nullable Object> track = new LinkedHashMap<>();
    track.put("name", "t");
    track.put("points", List.of(RecordValue.of("Point", point)));
    List<Object> made =
        List.of(
            new EnumMember("Color", "RED"),
            RecordValue.of("Track", track),
            new EnumMember("Track.Kind", "LIVE"),
            new EnumMember("http.HTTPStatus", "OK"));
    assertThat(Nodes.process(node, "make")).containsExactly(made);
    assertThat(Nodes.process(node, made)).containsExactly(List.of(true, true, true, true, true));
    NodeFailure unknown =
        assertThrows(
                NodeFailureException.class,
                () -> Nodes.process(node, List.of(new EnumMember("Shade", "DARK"))))
            .failure();
    assertThat(unknown.message())
        .isEqualTo("in: no class Shade is known here; import it in the node's file");
    assertThat(unknown.kind()).isEqualTo(ErrorKind.TYPE);
  }

  @Test
  default void zonesCrossWhereTheyAreKnown() throws Exception {
    HostedNode node =
        node(
            """
            from datetime import datetime, timedelta, timezone
            from zoneinfo import ZoneInfo
            class Times:
                def process(self, item):
                    if item == "known":
                        try:
                            return ZoneInfo("Europe/Berlin").key == "Europe/Berlin"
                        except Exception:
                            return False
                    return [item.isoformat(), item]
            """);
    for (String text : List.of("2024-10-27T02:30+01:00[fold=1]", "2024-10-27T02:30Z")) {
      DateTime time = DateTime.parse(text);
      List<?> back = (List<?>) Nodes.process(node, time).getFirst();
      assertThat(back).isNotNull();
      if (back != null) {
        assertThat(back.get(1)).isEqualTo(time);
      }
    }
    DateTime named = DateTime.parse("2024-10-27T02:30[Europe/Berlin][fold=1]");
    if (Boolean.TRUE.equals(Nodes.process(node, "known").getFirst())) {
      assertThat(Nodes.process(node, named))
          .containsExactly(List.of("2024-10-27T02:30:00+01:00", named));
    } else {
      NodeFailure unknown =
          assertThrows(NodeFailureException.class, () -> Nodes.process(node, named)).failure();
      assertThat(unknown.message()).startsWith("in: this Python has no time zone Europe/Berlin;");
      assertThat(unknown.kind()).isEqualTo(ErrorKind.UNSUPPORTED);
    }
  }

  @Test
  default void arraysArriveReadOnly() throws Exception {
    HostedNode node =
        node(
            """
            class Arrays:
                def process(self, item):
                    try:
                        item[0] = 1.0
                        return "written"
                    except (TypeError, ValueError):
                        return [len(item), item.dtype == "<f8", item.tolist()]
            """);
    assertThat(Nodes.process(node, NdArray.of(new double[] {1, 2, 3}).slice(0, 0, 3, 2)))
        .containsExactly(List.of(2L, true, List.of(1.0, 3.0)));
  }

  @Test
  default void opaqueReferencesComeHomeAndNowhereElse() throws Exception {
    String source =
        """
        import graft
        class Model:
            pass
        class Keeper:
            def __init__(self): self.model = Model()
            def process(self, item):
                if item == "make":
                    return graft.Opaque(self.model)
                return item.value is self.model
        """;
    HostedNode node = node(source);
    Opaque opaque = (Opaque) Nodes.process(node, "make").getFirst();
    assertThat(opaque).isNotNull();
    if (opaque == null) {
      return;
    }
    assertThat(opaque.type()).isEqualTo("Model");
    assertThat(Nodes.process(node, List.of(opaque).getFirst())).containsExactly(true);
    try (BackendSession elsewhere = backend().openSession()) {
      HostedNode other = Nodes.open(elsewhere, Nodes.of(source));
      NodeFailure refused =
          assertThrows(NodeFailureException.class, () -> Nodes.process(other, opaque)).failure();
      assertThat(refused.message()).startsWith("in: the opaque Model belongs to ");
      assertThat(refused.kind()).isEqualTo(ErrorKind.UNSUPPORTED);
    }
  }
}
