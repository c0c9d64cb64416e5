package dev.graft.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What JUnit tells of a class of tests. */
final class Told implements TestExecutionListener {
  /** A result by the names of its container and test, {@code node > case on backend}. */
  final Map<String, TestExecutionResult> results = new LinkedHashMap<>();

  /** Tests that share the source of a method: Surefire has nothing but their place for a name. */
  final Set<String> ofMethods = new LinkedHashSet<>();

  private final Map<String, String> names = new LinkedHashMap<>();

  private Told() {}

  static Told of(Class<?> tests) {
    Told told = new Told();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request().selectors(selectClass(tests)).build(), told);
    return told;
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (test.isTest() || result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
      results.put(name(test), result);
    }
  }

  @Override
  public void executionStarted(TestIdentifier test) {
    names.put(test.getUniqueId(), test.getDisplayName());
    test.getSource()
        .filter(source -> test.isTest() && source instanceof MethodSource)
        .ifPresent(_ -> ofMethods.add(name(test)));
  }

  private String name(TestIdentifier test) {
    return test.getParentId().map(id -> names.getOrDefault(id, id)).orElse("")
        + " > "
        + test.getDisplayName();
  }

  TestExecutionResult.Status status(String name) {
    return result(name).getStatus();
  }

  String message(String name) {
    return String.valueOf(result(name).getThrowable().map(Throwable::getMessage).orElse(""));
  }

  private TestExecutionResult result(String name) {
    TestExecutionResult result = results.get(name);
    if (result == null) {
      throw new AssertionError("there is no " + name + " among " + results.keySet());
    }
    return result;
  }
}
