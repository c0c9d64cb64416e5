package dev.graft.python.cpython;

import dev.graft.python.host.PythonHost;
import dev.graft.runtime.backend.BackendStatus;
import dev.graft.runtime.backend.HostedNode;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The processes of workers and fork servers, as they are told and as the system has them. */
final class WorkerPids {
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Pattern PID = Pattern.compile("pid (\\d+)");

  private WorkerPids() {}

  /** The worker of a node. */
  static long of(HostedNode node) {
    return Long.parseLong(node.servedBy().process().replace("pid ", ""));
  }

  /** A worker. */
  static long of(PythonHost host) {
    return Long.parseLong(host.process().replace("pid ", ""));
  }

  /** The process that forked or started another one. */
  static long parent(long pid) {
    return ProcessHandle.of(pid).flatMap(ProcessHandle::parent).orElseThrow().pid();
  }

  /** What the status says of how workers start. */
  static String start(CPythonBackend backend) {
    return fact(backend.status());
  }

  private static String fact(BackendStatus status) {
    return status.facts().stream()
        .filter(fact -> fact.name().equals("start"))
        .findFirst()
        .orElseThrow()
        .value();
  }

  /** The servers that a text names. */
  static List<Long> servers(String start) {
    Matcher found = PID.matcher(start);
    return found.results().map(each -> Long.valueOf(each.group(1))).toList();
  }

  /** Whether a process can still act. One that goes while it is looked at has no state any more. */
  static boolean isAlive(long pid) {
    return ProcessState.of(pid) != 'Z'
        && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  /** Whether a process ends within a time that is long enough for all that have to. */
  static boolean ends(long pid) throws InterruptedException {
    long end = System.nanoTime() + LONG.toNanos();
    boolean alive = isAlive(pid);
    while (alive && System.nanoTime() - end < 0) {
      Thread.sleep(10);
      alive = isAlive(pid);
    }
    return !alive;
  }

  /** Sends a signal as another program would. */
  static void signal(String name, long pid) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(pid)).inheritIO().start().waitFor();
  }
}
