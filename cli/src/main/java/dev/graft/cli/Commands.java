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
      Map.of(
          NodesCommand.class, NodesCommand::new,
          DescribeCommand.class, DescribeCommand::new,
          RunCommand.class, RunCommand::new,
          ValidateCommand.class, ValidateCommand::new,
          GraphCommand.class, GraphCommand::new,
          MatrixCommand.class, MatrixCommand::new,
          MatrixDiffCommand.class, MatrixDiffCommand::new,
          DoctorCommand.class, DoctorCommand::new,
          CompletionCommand.class, CompletionCommand::new);

  @Override
  public <K> K create(Class<K> type) throws Exception {
    Function<Terminal, Object> command = COMMANDS.get(type);
    return command == null
        ? CommandLine.defaultFactory().create(type)
        : type.cast(command.apply(terminal));
  }
}
