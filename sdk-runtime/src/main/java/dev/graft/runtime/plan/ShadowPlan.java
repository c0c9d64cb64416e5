package dev.graft.runtime.plan;

import dev.graft.runtime.manifest.ShadowSpec;

/**
 * What runs beside a node to be compared with it.
 *
 * @param candidate the other implementation
 * @param spec how it is compared
 */
public record ShadowPlan(StagePlan.Candidate candidate, ShadowSpec spec) {}
