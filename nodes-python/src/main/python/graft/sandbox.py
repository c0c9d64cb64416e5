"""Says no, in Python's own words, to what a sandboxed GraalPy refuses with an error of its host.

Threads, sockets, processes and timers are refused by the engine itself, whatever is done here. But
it refuses some of them with an error that no ``except`` can catch and that ends the interpreter.
The replacements below come first, so that a node sees an ordinary ``PermissionError``.
"""


def close_doors(leave):
    """Replaces what would end the interpreter. Called once, before any node is loaded.

    ``leave(status)`` is a host function that ends the interpreter at once, for ``os._exit``.

    Touches built-in modules only: ``os`` takes its functions from ``posix`` when it is imported, and
    importing it here would cost each context more than all the rest of Graft.
    """
    import _signal
    import _socket
    import _thread
    import posix

    def deny(what):
        def denied(*args, **kwargs):
            raise PermissionError(f"the sandbox does not allow {what}")

        return denied

    threads = deny("threads")
    _thread.start_new_thread = threads
    _thread.start_new = threads
    processes = deny("processes")
    for name in ("system", "fork", "forkpty", "kill", "killpg"):
        if hasattr(posix, name):
            setattr(posix, name, processes)

    def _exit(status):
        leave(int(status))

    posix._exit = _exit
    sockets = deny("sockets")

    class socket(_socket.socket):
        __slots__ = ()  # the module socket makes a subclass that wants to add its own
        __init__ = sockets

    _socket.socket = _socket.SocketType = socket
    for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex", "gethostbyaddr"):
        setattr(_socket, name, sockets)
    for name in ("gethostname", "getnameinfo", "getservbyname", "getservbyport", "dup", "close"):
        setattr(_socket, name, sockets)
    timers = deny("signals")
    for name in ("alarm", "setitimer", "raise_signal", "signal"):
        if hasattr(_signal, name):
            setattr(_signal, name, timers)
