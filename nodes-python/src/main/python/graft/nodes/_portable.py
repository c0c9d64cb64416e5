"""Results of libraries as values that can cross: tensors and pictures become arrays."""


def portable(value):
    """The value itself if nothing in it has to change its type."""
    if isinstance(value, dict):
        return {key: portable(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        items = [portable(item) for item in value]
        return items if isinstance(value, list) else tuple(items)
    if hasattr(value, "detach") and hasattr(value, "cpu"):
        return _of_tensor(value)
    if hasattr(value, "__array__") and not hasattr(value, "dtype"):
        import numpy

        return numpy.asarray(value)
    return value


def _of_tensor(tensor):
    tensor = tensor.detach().cpu()
    if str(tensor.dtype).endswith("bfloat16"):
        tensor = tensor.float()  # no array has this type
    return tensor.numpy()
