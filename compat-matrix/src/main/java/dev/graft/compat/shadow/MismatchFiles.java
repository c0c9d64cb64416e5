package dev.graft.compat.shadow;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.CaseEnv;
import dev.graft.compat.corpus.CaseWriter;
import dev.graft.compat.corpus.Level;
import dev.graft.compat.corpus.Step;
import dev.graft.compat.corpus.Tolerance;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.runtime.backend.Footprint;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.plan.StagePlan;
import dev.graft.runtime.project.ProjectFolder;
import dev.graft.runtime.shadow.Seen;
import dev.graft.value.ValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what differs as case files that the matrix plays: {@code shadow/NODE/SIGNATURE-1.json} in
 * the project's memory, a few for each signature. What must not be kept is not: secrets, and what a
 * node was permitted.
 */
final class MismatchFiles {
  private static final int EACH = 3;
  private static final int ALL = 100;
  private static final int MOST_ITEMS = 2000;
  private static final long MOST_BYTES = 256 << 10;

  private final StagePlan stage;
  private final Optional<Path> memory;
  private final boolean stateful;
  private final Map<String, Integer> kept = new HashMap<>();

  /** What the node has seen since it was new; of a node without state nothing. */
  private final List<Step> history = new ArrayList<>();

  private long weight;
  private boolean isWhole = true;
  private int files;

  private MismatchFiles(StagePlan stage, Optional<Path> memory) {
    this.stage = stage;
    this.memory = memory;
    this.stateful = stage.contract().state().scope() != StateDescriptor.Scope.NONE;
  }

  static MismatchFiles of(StagePlan stage, Optional<Path> memory) {
    return new MismatchFiles(stage, memory);
  }

  /** The candidate went on from a state that no case can begin with. */
  void restarted() {
    forget();
  }

  /** A case takes the state as well. */
  void saved() {
    if (isWhole) {
      history.add(new Step.Snapshot());
    }
  }

  /** A case goes on with a new node as well. */
  void renewed() {
    saved();
    if (isWhole) {
      history.add(new Step.Restore(true));
    }
  }

  private void forget() {
    isWhole = false;
    history.clear();
  }

  void seen(Seen seen) {
    if (!stateful) {
      history.clear();
    } else if (isWhole) {
      weight += Footprint.of(seen.items());
      if (history.size() >= MOST_ITEMS || weight > MOST_BYTES) {
        forget();
      }
    }
    if (isWhole || !stateful) {
      history.addAll(steps(seen));
    }
  }

  /** Keeps what was seen last; says where, or why not. */
  String keep(String signature) {
    int number = kept.merge(signature, 1, Integer::sum);
    if (memory.isEmpty()) {
      return "not kept: there is no project folder";
    } else if (number > EACH || files >= ALL) {
      return "not kept: there are enough of its kind";
    } else if (stateful && !isWhole) {
      return "not kept: the node has seen too much since it was new";
    } else if (!stage.grants().permissions().isEmpty()) {
      return "not kept: the node has permissions, which no case is given";
    }
    Optional<PublicParams> params =
        PublicParams.of(
            stage.contract().params(), stage.shadow().orElseThrow().candidate().params());
    return params.isEmpty()
        ? "not kept: a parameter is sensitive, and nothing can stand in its place"
        : write(memory.get(), name(signature) + "-" + number, signature, params.get());
  }

  private String write(Path project, String id, String signature, PublicParams params) {
    Path directory = project.resolve("shadow").resolve(stage.contract().id());
    Path file = directory.resolve(id + ".json");
    try {
      ProjectFolder.make(project);
      Files.createDirectories(directory);
      Files.writeString(
          file,
          CaseWriter.write(
              found(id, params.params()),
              id,
              "seen in production, " + signature + params.note(),
              Map.of("kind", "regression", "signature", signature)));
      files++;
      return file.toString();
    } catch (IOException | ValueException e) {
      return "not kept: " + e.getMessage();
    }
  }

  private Case found(String id, Map<String, @Nullable Object> params) {
    return new Case(
        stage.contract().id(),
        id,
        "",
        "",
        Level.REQUIRED,
        List.of("shadow"),
        "regression",
        params,
        List.of(),
        List.of(),
        Case.ALL,
        CaseEnv.DEFAULT,
        history,
        Optional.empty(),
        Tolerance.NONE,
        "");
  }

  private static List<Step> steps(Seen seen) {
    if (seen.isEnd()) {
      return List.of(new Step.End());
    }
    List<Step> steps = new ArrayList<>();
    for (Item item : seen.items()) {
      List<@Nullable Object> values = new ArrayList<>();
      values.add(item.value());
      steps.add(new Step.In(values, item.key()));
    }
    return steps;
  }

  private static String name(String signature) {
    return signature.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }
}
