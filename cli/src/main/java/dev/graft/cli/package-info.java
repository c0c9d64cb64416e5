/**
 * The {@code graft} command. Each subcommand is one class; what it prints for a person goes through
 * {@link dev.graft.cli.Terminal}, what it prints for a program is JSON on standard output. Errors
 * are one message with a place and a cure on standard error, and an exit code from {@link
 * dev.graft.cli.Exit}; a Java stack trace is shown only with {@code --debug}.
 */
@NullMarked
package dev.graft.cli;

import org.jspecify.annotations.NullMarked;
