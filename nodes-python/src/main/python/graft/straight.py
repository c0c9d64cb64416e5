"""The way of an item through a chain in which each node gives back one plain value.

A function is made for each number of nodes, with a call of its own for each node, so that a
compiler knows each of them by what it calls; in a loop over the nodes one call would call all.
"""

from graft.shapes import PLAIN

_MAKERS = {}

_BEGIN = """\
def make(chain, {calls}):
    through = chain.through
    emitted = chain.emitted
    turn = chain.turn
    fail = chain.fail

    def put(index, value):
        link = 0
        try:
            while True:
"""

_NODE = """\
                value = call_{link}(None, value)
                cls = type(value)
                if (
                    cls is not int and cls is not str and cls is not dict
                    and cls is not list and cls not in PLAIN
                ):
                    break
                link = {next}
"""

_END = """\
                value = call_{link}(None, value)
                through[0] += 1
                cls = type(value)
                if cls is not int and cls is not str:
                    break
                emitted[{link}] += 1
                return value
        except BaseException as error:
            return fail(index, link, error)
        return turn(index, link, value)

    return put
"""


def straight_way(chain, instances):
    """The function ``put(index, value)`` of a chain, which returns an int or a str, or nothing.

    ``chain.through[0]`` counts the items that the last node took this way. What a node gives back
    that the next one, or the caller, cannot simply take goes to ``chain.turn(index, link, result)``,
    what it raises to ``chain.fail(index, link, error)``.
    """
    count = len(instances)
    make = _MAKERS.get(count)
    if make is None:
        make = _MAKERS[count] = _maker(count)
    return make(chain, *(instance.call for instance in instances))


def _maker(count):
    last = count - 1
    source = _BEGIN.format(calls=", ".join(f"call_{link}" for link in range(count)))
    for link in range(last):
        source += _NODE.format(link=link, next=link + 1)
    source += _END.format(link=last)
    scope = {"__name__": __name__, "PLAIN": PLAIN}
    exec(compile(source, f"<a chain of {count} nodes>", "exec"), scope)
    return scope["make"]
