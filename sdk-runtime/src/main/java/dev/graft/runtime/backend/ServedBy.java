package dev.graft.runtime.backend;

/**
 * Who produced a result.
 *
 * @param backend the backend
 * @param implementation name and version, for example {@code GraalPy 25.0.3 (Interpreted)}
 * @param process {@code in-process}, or {@code pid N} of the worker
 * @param codeHash SHA-256 of the node's source text or class file, in hex
 */
public record ServedBy(BackendId backend, String implementation, String process, String codeHash) {}
