package dev.graft.runtime.plan;

import dev.graft.descriptor.Language;
import dev.graft.params.InvalidParamsException;
import dev.graft.params.ParamReader;
import dev.graft.params.Violation;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.catalogue.Catalogue;
import dev.graft.runtime.catalogue.CatalogueEntry;
import dev.graft.runtime.catalogue.NodeImplementation;
import dev.graft.runtime.catalogue.Payload;
import dev.graft.runtime.environment.Environments;
import dev.graft.runtime.environment.PythonEnvironment;
import dev.graft.runtime.manifest.Manifest;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.manifest.NodeSpec;
import dev.graft.runtime.manifest.Place;
import dev.graft.runtime.manifest.Problem;
import dev.graft.runtime.manifest.ShadowSpec;
import dev.graft.runtime.permission.DeclaredNeeds;
import dev.graft.runtime.permission.Grants;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a plan, or says everything that is wrong with the manifest. */
public final class Planner {
  private final Catalogue catalogue;
  private final List<Path> files;
  private final Environments environments;
  private final List<Problem> problems = new ArrayList<>();

  private Planner(Catalogue catalogue, List<Path> files, Environments environments) {
    this.catalogue = catalogue;
    this.files = List.copyOf(files);
    this.environments = environments;
    problems.addAll(environments.problems());
  }

  /**
   * The plan of a manifest.
   *
   * @param manifest what to run
   * @param catalogue the nodes that it may name, those of its own files included
   * @param files the Python files, or folders of them, whose nodes are in the catalogue
   * @param environments its Python environments
   * @throws ManifestException if it cannot be run
   */
  public static PipelinePlan plan(
      Manifest manifest, Catalogue catalogue, List<Path> files, Environments environments)
      throws ManifestException {
    Planner planner = new Planner(catalogue, files, environments);
    List<StagePlan> stages = new ArrayList<>();
    Wiring wiring = Wiring.of(manifest, planner.problems);
    for (NodeSpec node : wiring.order()) {
      planner.stage(node, manifest).ifPresent(stages::add);
    }
    List<PipelinePlan.Edge> edges =
        planner.problems.isEmpty()
            ? Connections.of(manifest, wiring, stages, planner.problems)
            : List.of();
    if (!planner.problems.isEmpty()) {
      throw new ManifestException(planner.problems);
    }
    return new PipelinePlan(manifest.name(), stages, edges);
  }

  private Optional<StagePlan> stage(NodeSpec node, Manifest manifest) {
    Place place = Place.node(manifest.nodes().indexOf(node), node.id());
    NodeTypes types = new NodeTypes(catalogue, manifest.python().isByClass(), files);
    Optional<CatalogueEntry> entry = types.find(node.type());
    if (entry.isEmpty()) {
      problems.add(Problem.of(type(place, manifest), types.problem(node.type())));
      return Optional.empty();
    }
    Optional<Payload> payload = payload(entry.get());
    Optional<Problem> conflict =
        EnvironmentNeeds.conflict(node)
            .map(fact -> Problem.of(place.at("environment"), fact))
            .or(
                () ->
                    payload
                        .flatMap(each -> EnvironmentNeeds.conflict(node, each))
                        .map(fact -> Problem.of(type(place, manifest), fact)));
    if (conflict.isPresent()) {
      problems.add(conflict.get());
      return Optional.empty();
    }
    Optional<PythonEnvironment> environment = node.environment().flatMap(environments::find);
    List<StagePlan.Candidate> candidates = new ArrayList<>();
    Set<Problem> violations =
        new LinkedHashSet<>(GrantedClasses.missing(place, node.permissions()));
    for (BackendId backend : payload.isPresent() ? List.of(BackendId.CPYTHON) : wanted(node)) {
      Optional<NodeImplementation> implementation = entry.get().in(backend.language());
      if (implementation.isEmpty()) {
        continue;
      }
      Optional<String> unmet = unmet(node, backend, implementation.get(), candidates, manifest);
      if (unmet.isPresent()) {
        if (candidates.isEmpty()) {
          violations.add(Problem.of(type(place, manifest), unmet.get()));
          break;
        }
        continue; // where it runs first it needs nothing more; it only cannot fall back to here
      }
      if (backend == BackendId.CPYTHON) {
        lookedUp(node, payload)
            .ifPresent(
                there -> {
                  payload
                      .flatMap(each -> EnvironmentNeeds.mismatch(each, there))
                      .map(fact -> Problem.of(type(place, manifest), fact))
                      .ifPresent(violations::add);
                  EnvironmentNeeds.missing(node, implementation.get(), there)
                      .forEach(fact -> violations.add(Problem.of(place.at("environment"), fact)));
                });
      }
      try {
        candidates.add(
            new StagePlan.Candidate(
                backend,
                withRoots(implementation.get(), manifest),
                ParamReader.of(implementation.get().descriptor(), node.params()).finish()));
      } catch (InvalidParamsException e) {
        e.violations().forEach(violation -> violations.add(problem(place, violation)));
      }
    }
    problems.addAll(violations);
    if (violations.isEmpty() && candidates.isEmpty()) {
      problems.add(noImplementation(place, node, entry.get()));
    }
    checkJava(place, node, entry.get(), candidates);
    checkLimits(place, node, candidates);
    Parallelism.problem(node, candidates)
        .map(fact -> Problem.of(place.at("parallelism"), fact))
        .ifPresent(problems::add);
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new StagePlan(
            node.id(),
            node.type(),
            candidates,
            Grants.of(manifest.directory(), node.permissions()),
            node.onError().orElse(manifest.onError()),
            node.deadline(),
            node.isolated(),
            node.limits(),
            node.fanIn(),
            node.parallelism(),
            node.streaming(),
            environment,
            shadow(place, node, entry.get(), candidates.getFirst()),
            entry.get().deprecation()));
  }

  private Optional<ShadowPlan> shadow(
      Place place, NodeSpec node, CatalogueEntry entry, StagePlan.Candidate control) {
    if (node.shadow().isEmpty()) {
      return Optional.empty();
    }
    ShadowSpec spec = node.shadow().get();
    Optional<String> problem = Shadows.problem(node, spec, entry, control);
    if (problem.isPresent()) {
      problems.add(Problem.of(place.at("shadow"), problem.get()));
      return Optional.empty();
    }
    try {
      return Optional.of(Shadows.plan(node, spec, entry));
    } catch (InvalidParamsException e) {
      e.violations().forEach(violation -> problems.add(problem(place, violation)));
      return Optional.empty();
    }
  }

  /** A loader that a parameter names lies where the manifest says, wherever the node comes from. */
  private static NodeImplementation withRoots(NodeImplementation node, Manifest manifest) {
    boolean takesLoader = !node.descriptor().implementation().packagesUnless().isEmpty();
    return takesLoader && node instanceof NodeImplementation.PythonNode python
        ? new NodeImplementation.PythonNode(
            python.descriptor(), python.unit().withRoots(manifest.python().roots()))
        : node;
  }

  private static Problem problem(Place node, Violation violation) {
    Place place = node.at(violation.path());
    return Problem.of(violation.code().equals("unknown") ? place.key() : place, violation.fact());
  }

  private static Optional<Payload> payload(CatalogueEntry entry) {
    return entry.python().flatMap(python -> python.unit().payload());
  }

  /** Where to look up now what a node needs; what the usual Python has it tells when it starts. */
  private Optional<PythonEnvironment> lookedUp(NodeSpec node, Optional<Payload> payload) {
    return node.environment().isPresent() || payload.isPresent()
        ? environments.find(node.environment().orElse(""))
        : Optional.empty();
  }

  /** What a Java node cannot do: a promise that would be kept only on another backend is none. */
  private void checkJava(
      Place place, NodeSpec node, CatalogueEntry entry, List<StagePlan.Candidate> candidates) {
    if (candidates.stream().noneMatch(candidate -> candidate.backend() == BackendId.JAVA)) {
      return;
    }
    String cure =
        entry.in(Language.PYTHON).isPresent()
            ? "Remove it, or run the node in Python with \"backend\": \"graalpy\" or \"cpython\"."
            : "Remove it.";
    if (node.deadline().isPresent()) {
      problems.add(
          Problem.of(place.at("deadline_ms"), "Java code cannot be stopped from outside. " + cure));
    }
    if (node.isolated().orElse(false)) {
      problems.add(Problem.of(place.at("isolated"), "Java nodes share their JVM. " + cure));
    }
    if (node.streaming().isPresent()) {
      problems.add(
          Problem.of(
              place.at("streaming"),
              "how a Java node takes its items is in its own signature. " + cure));
    }
  }

  /** Only a process can be limited, and where a node runs must not depend on what is there. */
  private void checkLimits(Place place, NodeSpec node, List<StagePlan.Candidate> candidates) {
    if (node.limits().isNone()) {
      return;
    }
    candidates.stream()
        .map(StagePlan.Candidate::backend)
        .filter(backend -> backend != BackendId.CPYTHON)
        .findFirst()
        .ifPresent(
            backend ->
                problems.add(
                    Problem.of(
                        place.at("limits"),
                        "only a worker process can be limited, and this node may run on %s. %s"
                            .formatted(
                                backend.text(),
                                backend == BackendId.JAVA && candidates.size() == 1
                                    ? "Remove it."
                                    : "Add \"backend\": \"cpython\", or remove it."))));
  }

  /** What the node would need there and has not; a worker that was asked for by name is granted. */
  private static Optional<String> unmet(
      NodeSpec node,
      BackendId backend,
      NodeImplementation implementation,
      List<StagePlan.Candidate> before,
      Manifest manifest) {
    boolean outside = backend == BackendId.CPYTHON && before.isEmpty();
    return DeclaredNeeds.unmet(
        node.type(),
        implementation.descriptor().implementation(),
        node.permissions(),
        manifest.directory(),
        outside);
  }

  private static List<BackendId> wanted(NodeSpec node) {
    if (node.backend().isPresent()) {
      return List.of(node.backend().get());
    }
    if (node.prefer().isEmpty() && node.environment().isPresent()) {
      return List.of(BackendId.CPYTHON);
    }
    return node.prefer().isEmpty() ? List.of(BackendId.values()) : node.prefer();
  }

  private static Problem noImplementation(Place place, NodeSpec node, CatalogueEntry entry) {
    List<String> possible = new ArrayList<>();
    for (BackendId backend : BackendId.values()) {
      if (entry.in(backend.language()).isPresent()) {
        possible.add(backend.text());
      }
    }
    String wanted = String.join(", ", wanted(node).stream().map(BackendId::text).toList());
    boolean wantsJava = wanted(node).contains(BackendId.JAVA);
    return Problem.of(
        place.pointingAt(node.backend().isPresent() ? "backend" : "prefer"),
        "type \"%s\" has no implementation for %s. It runs on: %s. %s"
            .formatted(
                node.type(),
                wanted,
                String.join(", ", possible),
                wantsJava
                    ? "If there is one in a jar of yours, name its folder in \"plugins\" or with --plugins."
                    : "If there is one in a file of yours, name that in \"python.nodes\" or with --nodes."));
  }

  /** Where a manifest says what a node is. */
  private static Place type(Place node, Manifest manifest) {
    return node.pointingAt(manifest.python().isByClass() ? "node_type" : "type");
  }
}
