package dev.graft.processor;

/** Sources that tests, or other processors in them, make up. */
final class GeneratedInputs {
  private GeneratedInputs() {}

  /** A node in the package audio. */
  static String node(String className, String id) {
    return """
    package audio;

    import dev.graft.annotation.Node;
    import dev.graft.node.Emitter;
    import dev.graft.node.Transform;

    @Node(id = "%s", version = "1.0", summary = "Passes items on.")
    public final class %s implements Transform<Object, Object> {
      %s() {}

      @Override
      public void process(Object item, Emitter<? super Object> out) {
        out.emit(item);
      }
    }
    """
        .formatted(id, className, className);
  }
}
