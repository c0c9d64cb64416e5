/**
 * A CPython that needs nothing installed. The jars of {@code org.bytedeco} carry CPython, NumPy and
 * SciPy as files for one platform; {@link dev.graft.python.bundle.PythonBundle} finds them on the
 * class path and unpacks them once into the user's cache, laid out as any CPython is, with NumPy
 * and SciPy in its {@code site-packages}. So it starts in isolated mode ({@code -I}) and on every
 * machine is the same Python. Nothing of it is ever loaded into this JVM.
 */
@NullMarked
package dev.graft.python.bundle;

import org.jspecify.annotations.NullMarked;
