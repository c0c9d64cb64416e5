"""Functions that a language model may ask for: how it is told of them, and what it asks."""

import json

_TOLD = """You may call functions. To call one, answer with nothing but JSON of this form:
{"name": <the function's name>, "parameters": {<the arguments by name>}}
These are the functions:
"""


def names_of(tools):
    """The names of the functions; refuses what has none."""
    names = []
    for tool in tools:
        inner = tool.get("function", tool) if isinstance(tool, dict) else None
        name = inner.get("name") if isinstance(inner, dict) else None
        if not isinstance(name, str) or not name:
            raise ValueError(
                'tools: each is a dict with a "name", alone or in "function"; '
                f"tools[{len(names)}] is not"
            )
        names.append(name)
    return names


def told(tools):
    """What a model is told of them."""
    return _TOLD + "\n".join(json.dumps(tool) for tool in tools)


def calls_in(answer, names):
    """The calls that an answer consists of; none if it is an answer to the user."""
    try:
        asked = json.loads(answer)
    except ValueError:
        return []
    asked = asked if isinstance(asked, list) else [asked]
    calls = [_call(each, names) for each in asked]
    return [] if None in calls else calls


def _call(asked, names):
    if not isinstance(asked, dict) or asked.get("name") not in names:
        return None
    arguments = asked.get("parameters", asked.get("arguments", {}))
    return {"name": asked["name"], "arguments": arguments} if isinstance(arguments, dict) else None
