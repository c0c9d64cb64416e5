package dev.graft.python.describe;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.descriptor.Language;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.NodeDescriptor;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.PortDescriptor;
import dev.graft.descriptor.Purity;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.descriptor.ValueType;
import dev.graft.descriptor.ValueType.DictOf;
import dev.graft.descriptor.ValueType.EnumOf;
import dev.graft.descriptor.ValueType.ListOf;
import dev.graft.descriptor.ValueType.OptionalOf;
import dev.graft.descriptor.ValueType.RecordOf;
import dev.graft.descriptor.ValueType.Scalar;
import dev.graft.descriptor.ValueType.SetOf;
import dev.graft.descriptor.ValueType.TupleOf;
import dev.graft.descriptor.ValueType.UnionOf;
import dev.graft.python.host.Nodes;
import dev.graft.python.source.BundledFiles;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.catalogue.NodeImplementation.PythonNode;
import dev.graft.runtime.catalogue.PythonDescriber;
import dev.graft.runtime.catalogue.PythonNodeSource;
import dev.graft.runtime.catalogue.PythonSourceException;
import dev.graft.runtime.catalogue.PythonUnit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Descriptors come from texts, once for each text. */
final class DescribingTest {
  private static final String GOOD =
      """
      import graft
      from typing import Annotated

      @graft.node(id="scale", version="1.0", summary="Scales.", pure=True, state={"n": int})
      class Scale:
          def __init__(self, factor: Annotated[float, graft.Param(doc="By how much.")] = 1.5):
              self.factor = factor
              self.n = 0
          def process(self, item: float) -> float:
              return item * self.factor
      """;

  private static final String TYPED =
      """
      import datetime as dt
      import graft
      import numpy as np
      from decimal import Decimal
      from typing import Annotated, Dict, FrozenSet, List, Literal, Optional, Set, TypedDict, Union
      from uuid import UUID

      class Circle(TypedDict):
          type: Literal["circle"]
          radius: float

      class Drawing(TypedDict):
          title: Optional[str]
          at: dt.datetime
          type: Literal["drawing"]

      Shape = Circle | Drawing

      class Item(TypedDict):
          anything: object
          nothing: None
          flag: bool
          whole: int
          part: float
          number: graft.Number
          text: str
          raw: bytes
          wave: complex
          price: Decimal
          day: dt.date
          clock: dt.time
          moment: dt.datetime
          span: dt.timedelta
          key: UUID
          samples: np.ndarray
          corners: List[tuple[float, Literal["left", "right"]]]
          names: Set[str]
          keys: FrozenSet[UUID]
          prices: Dict[dt.date, Decimal | None]
          shape: Union[Circle, Drawing]

      @graft.node(id="typed", version="1.0", summary="Has every type.", pure=True,
                  state={"seen": frozenset[UUID]})
      class Typed:
          def __init__(self, first: Annotated[Shape, graft.Param(doc="The first shape.")]):
              self.seen = frozenset()
          def process(self, item: Item) -> Shape:
              return item["shape"]
      """;

  @Test
  void bundledNodesAreListedFromTheIndex() {
    PythonNodeSource source = ServiceLoader.load(PythonNodeSource.class).findFirst().orElseThrow();
    assertThat(source.nodes().stream().map(node -> node.descriptor().id()).toList())
        .containsExactly(
            "add",
            "add-ten",
            "add-value",
            "audio-buffer",
            "audio-format-converter",
            "audio-resampler",
            "audio-transform",
            "batcher",
            "buffer",
            "calculator",
            "chained-transform",
            "code-executor",
            "conditional-expander",
            "counter",
            "data-aggregator",
            "double",
            "error-prone",
            "expander",
            "extract-audio-data",
            "filter",
            "format",
            "multiply",
            "pass-through",
            "qwen-omni",
            "range-generator",
            "repeat",
            "serialized-class-executor",
            "text-collector",
            "text-processor",
            "timestamp",
            "transform",
            "transform-and-expand",
            "transformers-pipeline",
            "ultravox",
            "validator",
            "voice-activity-detector",
            "whisper-transcription");
    for (PythonNode node : source.nodes()) {
      assertThat(node.unit().source())
          .contains("class " + node.descriptor().implementation().symbol());
      assertThat(node.descriptor().implementation().strict()).isTrue();
    }
  }

  @Test
  void userFilesAreDescribed() throws Exception {
    NodeDescriptor scale = Nodes.of(GOOD).descriptor();
    assertThat(scale.id()).isEqualTo("scale");
    assertThat(scale.implementation().language()).isEqualTo(Language.PYTHON);
    assertThat(scale.contract().param("factor").orElseThrow().defaultValue()).isEqualTo(1.5);
    assertThat(scale.contract().state().scope()).isEqualTo(StateDescriptor.Scope.KEYED);
  }

  @Test
  void hintsAreTheTypesThatJavaDeclares() throws Exception {
    NodeContract contract = Nodes.of(TYPED).descriptor().contract();
    UnionOf shape =
        new UnionOf(
            "type",
            List.of(
                new UnionOf.Variant("circle", record("radius", Scalar.FLOAT)),
                new UnionOf.Variant(
                    "drawing",
                    record("title", new OptionalOf(Scalar.STR), "at", Scalar.DATETIME))));
    ValueType corners = new TupleOf(List.of(Scalar.FLOAT, new EnumOf(List.of("left", "right"))));
    RecordOf item =
        record(
            "anything", Scalar.ANY,
            "nothing", Scalar.NONE,
            "flag", Scalar.BOOL,
            "whole", Scalar.INT,
            "part", Scalar.FLOAT,
            "number", Scalar.NUMBER,
            "text", Scalar.STR,
            "raw", Scalar.BYTES,
            "wave", Scalar.COMPLEX,
            "price", Scalar.DECIMAL,
            "day", Scalar.DATE,
            "clock", Scalar.TIME,
            "moment", Scalar.DATETIME,
            "span", Scalar.TIMEDELTA,
            "key", Scalar.UUID,
            "samples", Scalar.ARRAY,
            "corners", new ListOf(corners),
            "names", new SetOf(Scalar.STR, false),
            "keys", new SetOf(Scalar.UUID, true),
            "prices", new DictOf(Scalar.DATE, new OptionalOf(Scalar.DECIMAL)),
            "shape", shape);
    assertThat(contract)
        .isEqualTo(
            new NodeContract(
                "typed",
                "1.0",
                "Has every type.",
                List.of(ParamDescriptor.required("first", shape, "The first shape.")),
                List.of(PortDescriptor.in(item)),
                List.of(PortDescriptor.out(shape)),
                StateDescriptor.keyed(
                    new StateDescriptor.Field("seen", new SetOf(Scalar.UUID, true))),
                Purity.PURE));
  }

  private static RecordOf record(Object... namesAndTypes) {
    List<RecordOf.Field> fields = new ArrayList<>();
    for (int i = 0; i < namesAndTypes.length; i += 2) {
      fields.add(new RecordOf.Field((String) namesAndTypes[i], (ValueType) namesAndTypes[i + 1]));
    }
    return new RecordOf(fields);
  }

  @Test
  void whatWasDescribedIsRemembered(@TempDir Path cache) throws Exception {
    Path warm = Nodes.settings().cache().toAbsolutePath();
    Files.createSymbolicLink(cache.resolve("python"), warm.resolve("python"));
    BackendSettings settings = new BackendSettings(cache, Optional.empty());
    PythonDescriber describer = ServiceLoader.load(PythonDescriber.class).findFirst().orElseThrow();
    List<PythonNode> first = describer.describe(Nodes.unit(GOOD), settings);
    // With an interpreter that does not exist nothing could be described anew.
    BackendSettings without = settings.withInterpreter(cache.resolve("none"));
    assertThat(describer.describe(Nodes.unit(GOOD), without)).isEqualTo(first);
    try (Stream<Path> files = Files.list(cache.resolve("describe"))) {
      assertThat(files.count()).isEqualTo(1);
    }
  }

  @Test
  void problemsNameTheirPlace() {
    PythonUnit unit =
        Nodes.unit(
            """
            import graft
            @graft.node(id="Not Kebab", version="1.0", summary="Bad.")
            class Bad:
                def process(self, item: int) -> int:
                    return item
            """);
    PythonSourceException e = assertThrows(PythonSourceException.class, () -> Nodes.of(unit));
    assertThat(e.problems().getFirst()).matches(unit.path() + ":\\d+:\\d+: .+");
  }

  @Test
  void declarationsOfParametersAreCheckedAsThoseOfJava() {
    assertThat(problems("a: Annotated[int, graft.Param('A.', min=1, max=20)] = 30"))
        .containsExactly("N: parameter 'a': the default 30 is above max=20; change one of the two");
    assertThat(problems("a: Annotated[float | None, graft.Param('A.', min=-0.5)] = -1.5"))
        .containsExactly(
            "N: parameter 'a': the default -1.5 is below min=-0.5; change one of the two");
    assertThat(problems("a: Annotated[str, graft.Param('A.', pattern='[a-z]+')] = 'a1'"))
        .containsExactly(
            "N: parameter 'a': the default \"a1\" does not match the pattern [a-z]+; change one of"
                + " the two");
    assertThat(problems("a: Annotated[str, graft.Param('A.', pattern='[z-a/:]+')] = 'a1'"))
        .containsExactly(
            "N: parameter 'a': pattern \"[z-a/:]+\" is no regular expression: Illegal character"
                + " range; correct it");
    assertThat(problems("a: Annotated[str, graft.Param('A.', pattern='(?P<x>a)')]"))
        .containsExactly(
            "N: parameter 'a': pattern \"(?P<x>a)\" is no regular expression: Unknown inline"
                + " modifier; correct it");
    assertThat(problems("a: Annotated[list[int], graft.Param('A.', min_items=2)] = [1]"))
        .containsExactly(
            "N: parameter 'a': the default [1] has fewer items than min_items=2; change one of the"
                + " two");
    assertThat(
            problems(
                "a: Annotated[int, graft.Param('A.', at_most='b')] = 3,"
                    + " b: Annotated[int | None, graft.Param('B.')] = 2"))
        .containsExactly(
            "N: parameter 'a': the default 3 is above that of 'b', 2; change one of the two");
    assertThat(problems("a: Annotated[list[float], graft.Param('A.')] = [0.5, 1, 'x']"))
        .containsExactly(
            "N: parameter 'a': the default at [1] is refused: expected float, got int 1; write 1.0",
            "N: parameter 'a': the default at [2] is refused: expected float, got str \"x\"")
        .inOrder();
    assertThat(problems("a: Annotated[Literal['x', 'y'], graft.Param('A.')] = 'z'"))
        .containsExactly("N: parameter 'a': the default 'z' is not one of x, y");
  }

  @Test
  void defaultsAtTheLimitsAreGood() {
    for (String good :
        List.of(
            "a: Annotated[int, graft.Param('A.', min=1, max=20)] = 20",
            "a: Annotated[int | None, graft.Param('A.', min=1)] = None",
            "a: Annotated[int, graft.Param('A.', min=1)]",
            "a: Annotated[float, graft.Param('A.', max=1)] = float('nan')",
            "a: Annotated[str, graft.Param('A.', pattern='[a-z]+')] = 'a'",
            "a: Annotated[list[int], graft.Param('A.', min_items=1)] = [1]",
            "a: Annotated[int, graft.Param('A.', at_most='b')] = 2,"
                + " b: Annotated[float | None, graft.Param('B.')] = 2.0",
            "a: Annotated[int, graft.Param('A.', at_most='b')] = 2,"
                + " b: Annotated[float | None, graft.Param('B.')] = None")) {
      assertThat(problems(good)).isEmpty();
    }
  }

  @Test
  void theMistakesOfADeclarationAreToldAtOnceAndWhereTheyAre() {
    PythonUnit unit =
        Nodes.unit(
            """
            import graft
            from typing import Annotated

            @graft.node(id="n", version="1", summary="N.", state={"gone": int})
            class N:
                def __init__(
                    self,
                    first: Annotated[int, graft.Param("A.", max=1)] = 2,
                    second: Annotated[int, graft.Param("B.")] = 0.5,
                ): ...
                def process(self, item): ...

            @graft.node(id="m", version="1.0", summary="M.")
            class M:
                def __init__(self, only: Annotated[int, graft.Param("A.", max=1)] = 2): ...
                def process(self, item): ...
            """);
    PythonSourceException e = assertThrows(PythonSourceException.class, () -> Nodes.of(unit));
    String start = unit.path();
    assertThat(e.problems())
        .containsExactly(
            start + ":4:29: N: version= must be major.minor, as '1.0', not '1'",
            start + ":9:53: N: parameter 'second': the default 0.5 is no int",
            start
                + ":4:55: N: state 'gone': nothing here sets self.gone; set it in __init__, or"
                + " remove it from state=",
            start
                + ":8:9: N: parameter 'first': the default 2 is above max=1; change one of the two",
            start
                + ":15:24: M: parameter 'only': the default 2 is above max=1; change one of the"
                + " two")
        .inOrder();
  }

  /** What is wrong with a node that takes some parameters, without its place. */
  private static List<String> problems(String params) {
    String start =
        """
        import graft
        from typing import Annotated, Literal
        @graft.node(id="n", version="1.0", summary="N.")
        class N:
            def process(self, item): ...
        """;
    PythonUnit unit = Nodes.unit(start + "    def __init__(self, " + params + "): ...\n");
    try {
      Nodes.of(unit);
      return List.of();
    } catch (PythonSourceException e) {
      return e.problems().stream()
          .map(problem -> problem.replaceFirst("^.*:6:\\d+: ", ""))
          .toList();
    }
  }

  @Test
  void syntaxErrorsNameTheirLine() {
    PythonUnit unit = Nodes.unit("x = 1\ndef f(:\n    pass\n");
    PythonSourceException e = assertThrows(PythonSourceException.class, () -> Nodes.of(unit));
    assertThat(e.problems()).hasSize(1);
    assertThat(e.problems().getFirst()).startsWith(unit.path() + ":2:");
    assertThat(e.problems().getFirst()).contains("SyntaxError: invalid syntax");
  }

  @Test
  void allFilesAreInTheListing() {
    assertThat(BundledFiles.load().texts().keySet())
        .containsAtLeast("graft/worker.py", "graft/bootstrap.py", "graft/nodes/counter.py");
  }
}
