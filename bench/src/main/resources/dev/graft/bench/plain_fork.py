"""Forks when it is told to, and nothing else: how long until a child that does nothing is heard.

Has what a fork server has imported, so that there is as much to share with the child.
"""

import gc
import json
import os
import sys
import time


def fork():
    """Nanoseconds until the first byte of a child."""
    hears, says = os.pipe()
    begin = time.perf_counter_ns()
    child = os.fork()
    if child == 0:
        os.write(says, b"!")
        os._exit(0)
    heard = os.read(hears, 1)
    nanos = time.perf_counter_ns() - begin
    os.waitpid(child, 0)
    os.close(hears)
    os.close(says)
    if heard != b"!":
        raise OSError("the child ended without a word")
    return nanos


def main():
    gc.disable()
    for line in sys.stdin:
        request = json.loads(line)
        if "roots" in request:
            sys.path[:0] = request["roots"]
            for name in request["imports"]:
                __import__(name)
            gc.freeze()
        print(json.dumps({"nanos": fork()}), flush=True)


main()
