package dev.graft.compat.bridge;

import dev.graft.descriptor.Implementation;
import dev.graft.descriptor.Language;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.NodeDescriptor;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.PortDescriptor;
import dev.graft.descriptor.Purity;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.descriptor.ValueType;
import dev.graft.runtime.catalogue.Catalogue;
import dev.graft.runtime.catalogue.CatalogueEntry;
import dev.graft.runtime.catalogue.NodeImplementation;
import dev.graft.runtime.catalogue.PythonUnit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The node at the other end of the bridge. No pipeline can name it: only the matrix has it. */
public final class BridgeNode {
  /** The id under which the matrix runs it. */
  public static final String ID = "bridge";

  private static final String FILE = "bridge.py";
  private static final String MODULE = "graft_compat_bridge";

  private BridgeNode() {}

  /** The catalogue with this node, unless somebody else's has its id. */
  public static Catalogue addTo(Catalogue catalogue) {
    return catalogue.find(ID).isPresent() ? catalogue : catalogue.with(implementation());
  }

  /** Whether it is this node. */
  public static boolean is(CatalogueEntry entry) {
    return entry.python().filter(node -> node.unit().module().equals(MODULE)).isPresent();
  }

  private static NodeImplementation implementation() {
    return new NodeImplementation.PythonNode(
        new NodeDescriptor(contract(), python()),
        new PythonUnit(MODULE, FILE, resource(FILE), Optional.empty(), List.of(), Map.of()));
  }

  private static NodeContract contract() {
    return new NodeContract(
        ID,
        "1.0",
        "Says what came over the bridge, or sends what Python made.",
        List.of(
            ParamDescriptor.optional(
                "make", ValueType.Scalar.BOOL, false, "Whether an item says what to make.")),
        List.of(PortDescriptor.in(ValueType.Scalar.ANY)),
        List.of(PortDescriptor.out(ValueType.Scalar.ANY)),
        StateDescriptor.NONE,
        Purity.PURE);
  }

  private static Implementation python() {
    return new Implementation(
        Language.PYTHON,
        "BridgeNode",
        false,
        false,
        List.of(),
        List.of(),
        List.of(),
        false,
        "",
        List.of());
  }

  static String resource(String name) {
    try (InputStream in = BridgeNode.class.getResourceAsStream("/bridge/" + name)) {
      if (in == null) {
        throw new IllegalStateException("bridge/" + name + " is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
