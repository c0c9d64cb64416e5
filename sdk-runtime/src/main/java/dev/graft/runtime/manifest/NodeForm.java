package dev.graft.runtime.manifest;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.ResourceLimits;
import dev.graft.runtime.backend.Streaming;
import dev.graft.runtime.form.ChoiceForm;
import dev.graft.runtime.form.Entries;
import dev.graft.runtime.form.FlagForm;
import dev.graft.runtime.form.Key;
import dev.graft.runtime.form.ListForm;
import dev.graft.runtime.form.NumberForm;
import dev.graft.runtime.form.ObjectForm;
import dev.graft.runtime.form.Shape;
import dev.graft.runtime.form.TextForm;
import dev.graft.runtime.form.ValuesForm;
import dev.graft.runtime.permission.Permission;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One node of a manifest. */
final class NodeForm {
  /** Each has a thread, and in Python an interpreter: more is a mistake rather than a wish. */
  private static final long MOST_PARALLEL = 256;

  private static final ChoiceForm<BackendId> BACKENDS =
      ChoiceForm.of(BackendId.values(), BackendId::text).named("backend");

  static final Key<String> ID =
      Key.of("id", NodeIdForm.ANY, "The name of this node in this pipeline.")
          .like("clean")
          .needed();
  static final Key<String> TYPE =
      Key.of("type", TextForm.ANY, "The catalogue id: `graft nodes` lists them.")
          .like("counter")
          .needed();
  private static final Key<Map<String, @Nullable Object>> PARAMS =
      Key.of(
              "params",
              ValuesForm.ANY,
              "Parameters by name, as typed JSON: `graft describe TYPE` shows what the node takes.")
          .like(Map.of("initial_count", 5));
  private static final Key<BackendId> BACKEND =
      Key.of("backend", BACKENDS, "Where the node runs: honoured or refused, never replaced.");
  private static final Key<List<BackendId>> PREFER =
      Key.of("prefer", ListForm.of(BACKENDS), "Where the node may run, tried in this order.")
          .like(List.of("graalpy", "cpython"));
  private static final Key<List<Permission>> PERMISSIONS =
      Key.of(
              "permissions",
              ListForm.of(PermissionForm.ANY),
              "What the node may do besides computing.")
          .usually(List.of())
          .like(List.of("read:data"));
  private static final Key<ErrorPolicy> ON_ERROR =
      Key.of(
          "on_error",
          PolicyForm.ANY,
          "What happens when the node fails at an item, instead of the pipeline's policy.");
  private static final Key<Long> DEADLINE =
      Key.of(
              "deadline_ms",
              new NumberForm("milliseconds", 1, Integer.MAX_VALUE),
              "How long one call of the node may take, in milliseconds. Only for Python nodes.")
          .like(200);
  private static final Key<Boolean> ISOLATED =
      Key.of("isolated", FlagForm.ANY, "Whether the node has an interpreter to itself.");
  private static final Key<ResourceLimits> LIMITS =
      Key.of(
          "limits",
          LimitsForm.FORM,
          "The most that the worker process of the node may use. Only for nodes that run on cpython.");
  static final Key<FanIn> FAN_IN =
      Key.of(
              "fan_in",
              ChoiceForm.of(FanIn.values(), FanIn::text),
              "How the items of several connections are taken: each as it comes, or one of each as a"
                  + " tuple.")
          .usually(FanIn.ARRIVAL.text());
  private static final Key<Long> PARALLELISM =
      Key.of(
              "parallelism",
              new NumberForm("", 1, MOST_PARALLEL),
              "How many of the node work side by side. Only for nodes that keep no state, or one for"
                  + " each session.")
          .usually(1);
  private static final Key<Streaming> STREAMING =
      Key.of(
          "streaming",
          ChoiceForm.of(Streaming.values(), Streaming::text),
          "Whether a Python node is called once for each item, or once with all items as an iterator."
              + " The class itself says so if absent.");
  static final Key<String> ENVIRONMENT =
      Key.of(
          "environment",
          TextForm.ANY,
          "One of python.environments. The node then runs on cpython, unless \"prefer\" says"
              + " otherwise.");

  static final Key<ShadowSpec> SHADOW =
      Key.of(
              "shadow",
              ShadowForm.ANY,
              "Another implementation that runs beside the node, on the same items, after it, and is"
                  + " compared with it; its outputs go nowhere. Only for nodes that do nothing but"
                  + " emit.")
          .like("java");

  static final ObjectForm<NodeSpec> FORM =
      new ObjectForm<>(
          new Shape(
              "Node",
              "One step of the pipeline.",
              List.of(
                  ID,
                  TYPE,
                  PARAMS,
                  BACKEND,
                  PREFER,
                  PERMISSIONS,
                  ON_ERROR,
                  DEADLINE,
                  ISOLATED,
                  LIMITS,
                  FAN_IN,
                  STREAMING,
                  ENVIRONMENT,
                  PARALLELISM,
                  SHADOW)),
          "node",
          NodeForm::read);

  private NodeForm() {}

  private static Optional<NodeSpec> read(Entries node) {
    if (node.has(BACKEND) && node.has(PREFER)) {
      node.unwanted(PREFER, "cannot stand beside \"backend\". Keep one of them.");
    }
    return Optional.of(
        new NodeSpec(
            node.get(ID).orElse(""),
            node.get(TYPE).orElse(""),
            node.get(PARAMS).orElse(Map.of()),
            node.get(BACKEND),
            node.get(PREFER).orElse(List.of()),
            node.get(PERMISSIONS).orElse(List.of()),
            node.get(ON_ERROR),
            node.get(DEADLINE).map(Duration::ofMillis),
            node.get(ISOLATED),
            node.get(LIMITS).orElse(ResourceLimits.NONE),
            node.get(FAN_IN).orElse(FanIn.ARRIVAL),
            node.get(PARALLELISM).orElse(1L).intValue(),
            node.get(STREAMING),
            node.get(ENVIRONMENT),
            node.get(SHADOW)));
  }
}
