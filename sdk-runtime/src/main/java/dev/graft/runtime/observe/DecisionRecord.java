package dev.graft.runtime.observe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Where a node was put, or why not. */
@Name("dev.graft.BackendDecision")
@Label("Backend Decision")
@Category("Graft")
@Description("A backend took a node, or refused it")
@StackTrace(false)
final class DecisionRecord extends Event {
  @Label("Pipeline")
  String pipeline = "";

  @Label("Node")
  String node = "";

  @Label("Backend")
  String backend = "";

  @Label("Accepted")
  boolean accepted;

  @Label("Reason")
  String reason = "";
}
