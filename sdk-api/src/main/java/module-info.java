/**
 * What a node author sees: annotations, node shapes, descriptors, portable values and the registry.
 */
module dev.graft.sdk.api {
  requires static transitive org.jspecify;

  exports dev.graft.annotation;
  exports dev.graft.descriptor;
  exports dev.graft.node;
  exports dev.graft.params;
  exports dev.graft.py;
  exports dev.graft.registry;
  exports dev.graft.render;
  exports dev.graft.value;

  uses dev.graft.registry.NodeModule;
}
