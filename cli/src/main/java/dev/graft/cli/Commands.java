package dev.graft.cli;

import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;

/** Makes the commands with the terminal that they print to. */
final class Commands implements CommandLine.IFactory {
  private final Terminal terminal;

  Commands(Terminal terminal) {
    this.terminal = terminal;
  }

  private static final Map<Class<?>, Function<Terminal, Object>> COMMANDS =
      Map.ofEntries(
          Map.entry(NodesCommand.class, NodesCommand::new),
          Map.entry(DescribeCommand.class, DescribeCommand::new),
          Map.entry(RunCommand.class, RunCommand::new),
          Map.entry(NewCommand.class, NewCommand::new),
          Map.entry(RecordCommand.class, RecordCommand::new),
          Map.entry(PortCommand.class, PortCommand::new),
          Map.entry(SwitchCommand.class, SwitchCommand::new),
          Map.entry(WatchCommand.class, WatchCommand::new),
          Map.entry(ValidateCommand.class, ValidateCommand::new),
          Map.entry(GraphCommand.class, GraphCommand::new),
          Map.entry(MatrixCommand.class, MatrixCommand::new),
          Map.entry(MatrixFreezeCommand.class, MatrixFreezeCommand::new),
          Map.entry(MatrixMergeCommand.class, MatrixMergeCommand::new),
          Map.entry(MatrixCanSwitchCommand.class, MatrixCanSwitchCommand::new),
          Map.entry(MatrixReproCommand.class, MatrixReproCommand::new),
          Map.entry(MatrixLimitsCommand.class, MatrixLimitsCommand::new),
          Map.entry(MatrixBenchCommand.class, MatrixBenchCommand::new),
          Map.entry(MatrixDiffCommand.class, MatrixDiffCommand::new),
          Map.entry(SchemaCommand.class, SchemaCommand::new),
          Map.entry(DoctorCommand.class, DoctorCommand::new),
          Map.entry(CompletionCommand.class, CompletionCommand::new));

  @Override
  public <K> K create(Class<K> type) throws Exception {
    Function<Terminal, Object> command = COMMANDS.get(type);
    return command == null
        ? CommandLine.defaultFactory().create(type)
        : type.cast(command.apply(terminal));
  }
}
