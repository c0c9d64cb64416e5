package dev.graft.runtime.catalogue;

import dev.graft.descriptor.Implementation;
import dev.graft.descriptor.Language;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.NodeDescriptor;
import dev.graft.descriptor.PortDescriptor;
import dev.graft.descriptor.Purity;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.descriptor.ValueType;
import dev.graft.registry.DuplicateNodeException;
import dev.graft.runtime.manifest.Problem;
import dev.graft.runtime.manifest.PythonSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds the nodes that a manifest gives as pickles. Nothing is unpickled for that. */
final class Payloads {
  /** The class of a payload, as {@code graft/payloads.py} names it. */
  private static final String SYMBOL = "Payload";

  private Payloads() {}

  /**
   * The catalogue with the nodes.
   *
   * @param problems gets what is wrong
   */
  static Catalogue addTo(Catalogue catalogue, PythonSpec python, List<Problem> problems) {
    Catalogue result = catalogue;
    for (PythonSpec.PayloadFile entry : python.payloads()) {
      Path file = entry.path().toAbsolutePath().normalize();
      try {
        if (!Files.isRegularFile(file)) {
          problems.add(
              Problem.of(
                  entry.place(),
                  "there is no payload %s. Paths start at the manifest's folder.".formatted(file)));
          continue;
        }
        result = result.with(node(entry.type(), Payload.of(file), python));
      } catch (PythonSourceException e) {
        e.problems().forEach(line -> problems.add(Problem.of(entry.place(), line)));
      } catch (DuplicateNodeException e) {
        problems.add(Problem.of(entry.place(), String.valueOf(e.getMessage())));
      } catch (IOException e) {
        problems.add(Problem.of(entry.place(), file + " cannot be read (" + e.getMessage() + ")."));
      }
    }
    return result;
  }

  private static NodeImplementation.PythonNode node(
      String type, Payload payload, PythonSpec python) {
    List<Path> roots = new ArrayList<>();
    roots.add(payload.file().resolveSibling("."));
    roots.addAll(python.roots());
    PythonUnit unit =
        new PythonUnit(
            "graft_payload_" + payload.sha256().substring(0, 16),
            payload.file().toString(),
            "",
            Optional.empty(),
            roots,
            python.aliases(),
            Optional.of(payload));
    return new NodeImplementation.PythonNode(
        new NodeDescriptor(contract(type), opaque(payload)), unit);
  }

  /** What is known of a node that only running it would tell: nothing. */
  private static NodeContract contract(String type) {
    return new NodeContract(
        type,
        "0",
        "A pickle: what it takes and emits is not known before it runs.",
        List.of(),
        List.of(PortDescriptor.in(ValueType.Scalar.ANY)),
        List.of(PortDescriptor.out(ValueType.Scalar.ANY)),
        StateDescriptor.NONE,
        Purity.UNDECLARED);
  }

  private static Implementation opaque(Payload payload) {
    return new Implementation(
        Language.PYTHON,
        SYMBOL,
        true,
        false,
        payload.needs(),
        List.of(),
        List.of("It runs only on " + payload.runtime() + "."),
        false,
        "",
        List.of());
  }
}
