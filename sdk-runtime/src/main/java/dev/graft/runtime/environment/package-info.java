/**
 * Python environments: what a manifest names is looked at before anything runs. A {@link
 * dev.graft.runtime.environment.EnvironmentProber} starts the Python once and asks what it is and
 * which packages it has; nothing is imported for that. So a missing folder, a Python that is too
 * old and a package that is not installed are mistakes in the manifest, told at once with all
 * others.
 */
@NullMarked
package dev.graft.runtime.environment;

import org.jspecify.annotations.NullMarked;
