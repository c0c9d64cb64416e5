package dev.graft.runtime.observe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** What one node of a run did. */
@Name("dev.graft.Stage")
@Label("Node of a Run")
@Category("Graft")
@Description("What one node did, recorded when its run ends")
@StackTrace(false)
final class StageRecord extends Event {
  @Label("Pipeline")
  String pipeline = "";

  @Label("Node")
  String node = "";

  @Label("Type")
  String type = "";

  @Label("Backend")
  String backend = "";

  @Label("Implementation")
  String implementation = "";

  @Label("Items Taken")
  long taken;

  @Label("Outputs Emitted")
  long emitted;

  @Label("Items Rejected")
  long rejected;

  @Label("Hosts Lost")
  long losses;

  @Label("Time Worked")
  @Timespan
  @Description("Only of runs with a profile")
  long busy;
}
