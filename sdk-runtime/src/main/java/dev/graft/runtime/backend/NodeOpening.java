package dev.graft.runtime.backend;

import dev.graft.node.NodeContext;
import dev.graft.runtime.catalogue.NodeImplementation;
import dev.graft.runtime.permission.Grants;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a backend needs to open one node.
 *
 * @param nodeId the id in the manifest
 * @param node what to open
 * @param params all parameters with their values, checked and with defaults filled in
 * @param grants what the node may do; a backend allows no more, or has said that it is no sandbox
 * @param context clock, random source and ids
 */
public record NodeOpening(
    String nodeId,
    NodeImplementation node,
    Map<String, @Nullable Object> params,
    Grants grants,
    NodeContext context) {}
