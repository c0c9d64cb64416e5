/**
 * Projects of nodes, outside of this repository: the file {@code graft.json} that says where one
 * has its places, and how a new one is made. The files of a new one lie under {@code new-project}
 * of the resources as they will lie in the project, so they are read and mended where they are; an
 * index says which of them a kind of project has. Two words are filled in: the name of the project
 * and the version of Graft. The module {@code archetype} is made of them, too.
 */
@NullMarked
package dev.graft.cli.project;

import org.jspecify.annotations.NullMarked;
