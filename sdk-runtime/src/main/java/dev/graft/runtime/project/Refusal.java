package dev.graft.runtime.project;

import dev.graft.runtime.backend.BackendId;
import java.time.LocalDate;

/**
 * A backend cannot run a class, which was found out in the middle of a run.
 *
 * @param backend the backend
 * @param release its release; another one may do better
 * @param codeHash the hash of the text that has the class
 * @param symbol the class
 * @param reason why, a sentence without a full stop
 * @param found when, in UTC
 */
public record Refusal(
    BackendId backend,
    String release,
    String codeHash,
    String symbol,
    String reason,
    LocalDate found) {}
