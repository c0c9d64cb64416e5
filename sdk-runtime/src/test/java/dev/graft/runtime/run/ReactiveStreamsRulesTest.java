package dev.graft.runtime.run;

import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.manifest.ManifestReader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.IdentityFlowProcessorVerification;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;

/** The compatibility kit of Reactive Streams against a pipeline that changes nothing. */
public final class ReactiveStreamsRulesTest extends IdentityFlowProcessorVerification<Object> {
  private static final int TIMEOUT_MS = 5000;
  private static final int NOTHING_COMES_MS = 100;
  private final GraftRuntime runtime =
      GraftRuntime.create(
          new BackendSettings(Path.of("target"), Optional.empty()),
          ReactiveStreamsRulesTest.class.getClassLoader());
  private ExecutorService publishers = Executors.newCachedThreadPool();

  /** The kit's own patience. */
  public ReactiveStreamsRulesTest() {
    super(new TestEnvironment(TIMEOUT_MS, NOTHING_COMES_MS));
  }

  /** Before all rules. */
  @BeforeClass
  public void startPublishers() {
    publishers = Executors.newCachedThreadPool();
  }

  /** After all rules. */
  @AfterClass
  public void end() {
    publishers.shutdownNow();
    runtime.close();
  }

  @Override
  public Flow.Processor<Object, Object> createIdentityFlowProcessor(int bufferSize) {
    try {
      String manifest =
          """
          {"version": "1", "name": "same",
           "nodes": [{"id": "s", "type": "repeats", "params": {"n": 1}}]}
          """;
      return runtime
          .open(runtime.plan(ManifestReader.read(manifest, "m.json", Path.of(""))))
          .processor();
    } catch (ManifestException | RunFailedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Flow.Publisher<Object> createFailedFlowPublisher() {
    SubmissionPublisher<Object> failed = new SubmissionPublisher<>();
    failed.closeExceptionally(new IllegalStateException("failed before anybody came"));
    return failed;
  }

  @Override
  public ExecutorService publisherExecutorService() {
    return publishers;
  }

  @Override
  public Object createElement(int element) {
    return (long) element;
  }

  @Override
  public long maxSupportedSubscribers() {
    return 1;
  }
}
