"""Loaders for tests. Each remembers how it was called, and answers as it is told."""

calls = []
answers = []
seen = []


def forget():
    del calls[:], answers[:], seen[:]


def loads(**arguments):
    """A model that keeps what it gets and gives the next answer."""
    calls.append(arguments)

    def model(*given, **named):
        seen.append((given, named))
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    return model


def fails(**arguments):
    calls.append(arguments)
    raise MemoryError("no room for the weights")


def lacks(**arguments):
    import no_such_package  # noqa: F401


class Holder:
    inner = staticmethod(loads)


not_callable = 3
