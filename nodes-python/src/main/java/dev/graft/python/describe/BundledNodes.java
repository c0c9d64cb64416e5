package dev.graft.python.describe;

import com.google.auto.service.AutoService;
import dev.graft.python.source.BundledFiles;
import dev.graft.runtime.catalogue.NodeImplementation.PythonNode;
import dev.graft.runtime.catalogue.PythonNodeSource;
import java.util.Collection;
import java.util.List;

/** The nodes that come with Graft, from the index that the build made. */
@AutoService(PythonNodeSource.class)
public final class BundledNodes implements PythonNodeSource {
  @Override
  public Collection<PythonNode> nodes() {
    BundledFiles files = BundledFiles.load();
    return List.copyOf(NodeIndex.read(BundledFiles.resource(NodeIndex.RESOURCE), files));
  }
}
