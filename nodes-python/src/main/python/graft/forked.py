"""What a process that was forked does to become a worker like one that was started.

Nothing of the server stays: not its descriptors, signals or process group, nor what its random
numbers would be. Standard input, output and error are one connection to the JVM's socket, opened
before that of the worker: what is printed goes out there, and the JVM's interrupts come in.
"""

import gc
import os
import signal
import socket
import sys

from graft import opaque, worker


def main(arguments, packages):
    """Runs a worker with the arguments that ``worker.py`` takes. Returns the exit status."""
    os.setpgid(0, 0)
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    _use_own_descriptors(arguments[0], arguments[1])
    gc.enable()
    _reseed()
    opaque.be_another_host()
    sys.argv = [worker.__file__, *arguments]
    return worker.main(arguments, packages)


def _use_own_descriptors(path, token):
    for name in os.listdir("/dev/fd"):
        if int(name) > 2:
            try:
                os.close(int(name))
            except OSError:
                pass  # the one that the folder was read with
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    connection.connect(path)
    connection.sendall(token.encode())
    for descriptor in range(3):
        os.dup2(connection.fileno(), descriptor)
    connection.close()


def _reseed():
    """Else all workers of a server would draw the same numbers; ``random`` sees to it by itself."""
    if "numpy.random" in sys.modules:
        sys.modules["numpy.random"].seed()
