package dev.graft.processor;

import com.google.auto.common.BasicAnnotationProcessor;
import com.google.auto.service.AutoService;
import dev.graft.processor.report.Findings;
import java.util.List;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/**
 * Writes a factory, a schema and a page for each class that carries {@link
 * dev.graft.annotation.Node}, and for each module the list of its nodes.
 *
 * <p>The option {@code graft.module} names that list: {@code -Agraft.module=com.acme.Audio} makes
 * {@code com.acme.AudioModule}. Without it the name comes from the package that all nodes share.
 */
@AutoService(Processor.class)
@SupportedOptions(NodeProcessor.MODULE_OPTION)
public final class NodeProcessor extends BasicAnnotationProcessor {
  static final String MODULE_OPTION = "graft.module";

  private @Nullable Rounds rounds;

  /** A processor; made by the compiler. */
  public NodeProcessor() {}

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  protected Iterable<? extends Step> steps() {
    Findings findings = new Findings();
    Rounds made = new Rounds(processingEnv, findings);
    rounds = made;
    return List.of(new NodeStep(processingEnv, findings, made));
  }

  @Override
  protected void postRound(RoundEnvironment round) {
    if (rounds != null) {
      rounds.end(round);
    }
  }
}
