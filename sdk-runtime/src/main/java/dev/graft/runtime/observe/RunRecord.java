package dev.graft.runtime.observe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A run in a recording: its time, from opening the nodes to closing them, and what it did. */
@Name("dev.graft.Run")
@Label("Pipeline Run")
@Category("Graft")
@Description("A pipeline, from opening its nodes to closing them")
@StackTrace(false)
final class RunRecord extends Event {
  @Label("Pipeline")
  String pipeline = "";

  @Label("Items Read")
  long items;

  @Label("Outputs Delivered")
  long outputs;

  @Label("Items Rejected")
  long rejected;

  @Label("Failure")
  String failure = "";
}
