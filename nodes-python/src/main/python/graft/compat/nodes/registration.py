"""The registration decorators of later versions: they record what is said and change nothing."""


def register_node(name=None, **said):
    """Records a name for a class."""
    return _recorder({"name": name, **said})


def streaming_node(
    node_type=None, multi_output=False, accepts=None, produces=None, category=None, **said
):
    """Records how a class streams."""
    return _recorder(
        {
            "name": node_type,
            "multi_output": multi_output,
            "accepts": accepts,
            "produces": produces,
            "category": category,
            **said,
        }
    )


def python_requires(packages):
    """Records the packages that a class needs."""
    return _recorder({"packages": list(packages)})


def _recorder(said):
    def record(cls):
        known = dict(cls.__dict__.get("__graft_registration__", {}))
        known.update(said)
        cls.__graft_registration__ = known
        return cls

    return record
