package dev.graft.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code graft completion}: what a shell needs to complete this command. */
@Command(
    name = "completion",
    description = {
      "Print a script that makes bash or zsh complete this command and its options.",
      "In ~/.bashrc or ~/.zshrc: source <(graft completion)"
    })
final class CompletionCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();

  CompletionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    terminal.out().print(AutoComplete.bash("graft", spec.root().commandLine()));
    return Exit.OK;
  }
}
