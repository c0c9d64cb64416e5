"""Says no, in Python's own words, to what a sandboxed GraalPy refuses with an error of its host.

Threads, sockets and processes that were not granted are refused by the engine itself, whatever is
done here. But it refuses some of them with an error that no ``except`` can catch and that ends the
interpreter. The replacements below come first, so that a node sees an ordinary ``PermissionError``
that names the grant it lacks.
"""

from graft import denial


def close_doors(leave, granted=(), explain=None):
    """Replaces what would end the interpreter. Called once, before any node is loaded.

    ``leave(status)`` is a host function that ends the interpreter at once, for ``os._exit``;
    ``granted`` are the permissions of all nodes here, as texts; ``explain(path)`` is a host function
    that says what was denied at a path, if anything was.

    Touches built-in modules only: ``os`` takes its functions from ``posix`` when it is imported, and
    importing it here would cost each context more than all the rest of Graft.
    """
    import posix

    denial.explain_with(explain)
    if "threads" not in granted:
        _close_threads()
    if "subprocess" not in granted:
        _close_processes()
    if "network" not in granted:
        _close_sockets()
    if "network" not in granted and "subprocess" not in granted:
        _close_waiting()
    _close_classes()
    _close_for_all()

    def _exit(status):
        leave(int(status))

    posix._exit = _exit


def _deny(what, permission):
    message = denial.message(what, permission)

    def denied(*args, **kwargs):
        raise PermissionError(denial.EACCES, message)

    return denied


def _replace(module, names, replacement):
    for name in names:
        if hasattr(module, name):
            setattr(module, name, replacement)


def _close_threads():
    import _thread

    _replace(_thread, ("start_new_thread", "start_new"), _deny("threads", "threads"))


def _close_processes():
    import _posixsubprocess
    import posix

    processes = _deny("other programs", "subprocess")
    names = ("system", "fork", "forkpty", "kill", "killpg", "execv", "execve")
    _replace(posix, names, processes)
    _replace(posix, ("posix_spawn", "posix_spawnp"), processes)
    _replace(_posixsubprocess, ("fork_exec",), processes)


def _close_sockets():
    import _socket

    sockets = _deny("the network", "network")

    class socket(_socket.socket):
        __slots__ = ()  # the module socket makes a subclass that wants to add its own
        __init__ = sockets

    _socket.socket = _socket.SocketType = socket
    names = ("getaddrinfo", "gethostbyname", "gethostbyname_ex", "gethostbyaddr", "gethostname")
    _replace(_socket, names, sockets)
    _replace(_socket, ("getnameinfo", "getservbyname", "getservbyport", "dup", "close"), sockets)


def _close_waiting():
    import select

    names = ("select", "poll", "epoll")
    _replace(select, names, _deny("waiting for files and sockets", "network"))


def _close_classes():
    """Java classes are looked up as before; one that cannot be had is a permission that lacks."""
    import java

    look_up = java.type

    def type(name):
        try:
            return look_up(name)
        except (KeyError, NotImplementedError):
            if not _is_class(name):
                raise KeyError(name) from None
        what = denial.message(f"the Java class {name}", f"host:{name}")
        raise PermissionError(denial.EACCES, what)

    java.type = type


def _is_class(name):
    """Whether a name means a class. The modules ``java.…`` look up whatever is asked of them, and
    one class to tell packages from others: they must be told that it is not there."""
    package, _, last = name.rpartition(".")
    return "." in package and last[:1].isupper() and name != "java.lang.Package"


def _close_for_all():
    """What nobody is granted: what belongs to the whole JVM, or does not work in it."""
    import _ctypes
    import _multiprocessing_graalpy
    import _signal
    import posix

    def denied(what):
        def deny(*args, **kwargs):
            raise PermissionError(denial.EACCES, f"denied: {what}")

        return deny

    signals = denied("signals, which are those of the whole JVM")
    _replace(_signal, ("alarm", "setitimer", "raise_signal", "signal"), signals)
    native = denied('native code; it runs in a worker only: "backend": "cpython"')
    _replace(_ctypes, ("dlopen", "dlsym"), native)
    processes = denied('processes that run Python; use threads, or a worker: "backend": "cpython"')
    _replace(_multiprocessing_graalpy, ("_spawn_context",), processes)
    groups = denied("process groups, which are those of the whole JVM")
    names = ("getppid", "getpgid", "setpgid", "getpgrp", "getsid", "setsid", "openpty")
    _replace(posix, names, groups)
    _replace(posix, ("chown", "fchown", "lchown"), denied("changing who owns a file"))
