package dev.graft.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code graft completion}: what a shell needs to complete this command. */
@Command(
    name = "completion",
    description = {
      "Print a script that makes a shell complete this command and its options.",
      "In ~/.bashrc or ~/.zshrc: source <(graft completion)",
      "In ~/.config/fish/config.fish: graft completion fish | source"
    })
final class CompletionCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "SHELL",
      arity = "0..1",
      defaultValue = "bash",
      description = "bash (default), zsh or fish.")
  private Shell shell = Shell.BASH;

  @Spec private CommandSpec spec = CommandSpec.create();

  CompletionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    terminal
        .out()
        .print(
            switch (shell) {
              case BASH, ZSH -> AutoComplete.bash("graft", spec.root().commandLine());
              case FISH -> FishCompletion.of("graft", spec.root());
            });
    return Exit.OK;
  }
}
