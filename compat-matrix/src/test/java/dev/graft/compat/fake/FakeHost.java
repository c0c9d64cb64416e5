package dev.graft.compat.fake;

import dev.graft.compat.subject.NodeHost;
import dev.graft.descriptor.Implementation;
import dev.graft.descriptor.Language;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.NodeDescriptor;
import dev.graft.params.ParamReader;
import dev.graft.registry.NodeFactory;
import dev.graft.registry.NodeInstance;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.catalogue.Catalogue;
import dev.graft.runtime.catalogue.NodeImplementation;
import dev.graft.runtime.catalogue.PythonUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Twins, and the backends that pretend to run them. */
public final class FakeHost implements NodeHost {
  private final Map<BackendId, Backend> backends = new EnumMap<>(BackendId.class);
  private Catalogue catalogue = Catalogue.load(new ClassLoader(null) {});

  /** Twins with one contract. */
  public FakeHost twins(NodeContract contract) {
    return twins(contract, contract);
  }

  public FakeHost twins(NodeContract java, NodeContract python) {
    catalogue =
        catalogue
            .with(new NodeImplementation.JavaNode(new Factory(java)))
            .with(
                new NodeImplementation.PythonNode(
                    new NodeDescriptor(
                        python,
                        new Implementation(
                            Language.PYTHON,
                            "Fake",
                            false,
                            true,
                            List.of(),
                            List.of(),
                            List.of(),
                            false,
                            "",
                            List.of())),
                    new PythonUnit(
                        "fake", "fake.py", "# fake", Optional.empty(), List.of(), Map.of())));
    return this;
  }

  public FakeHost backend(Backend backend) {
    backends.put(backend.id(), backend);
    return this;
  }

  @Override
  public Catalogue catalogue() {
    return catalogue;
  }

  @Override
  public Backend backend(BackendId id) throws HostingRefusedException {
    Backend backend = backends.get(id);
    if (backend == null) {
      throw new HostingRefusedException(id, "there is no such fake");
    }
    return backend;
  }

  private record Factory(NodeContract contract) implements NodeFactory {
    @Override
    public NodeDescriptor descriptor() {
      return new NodeDescriptor(contract, Implementation.java(Factory.class.getCanonicalName()));
    }

    @Override
    public NodeInstance create(ParamReader params) {
      throw new UnsupportedOperationException("the fake backend makes the nodes");
    }
  }
}
