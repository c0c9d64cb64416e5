/**
 * Manifests: pipelines as JSON files. Reading one checks its form and reports every mistake at
 * once; whether its nodes exist and take their parameters is for the planner to find out. The form
 * is published as a JSON Schema, {@code META-INF/graft/manifest-1.schema.json}.
 */
@NullMarked
package dev.graft.runtime.manifest;

import org.jspecify.annotations.NullMarked;
