# The nodes of the peers suite in Python 2.7, for Jython: the same work, without annotations.


class PassThrough(object):
    def process(self, item):
        return item


class Counter(object):
    def __init__(self):
        self.count = 0

    def process(self, item):
        self.count += 1
        return {"value": item, "count": self.count}


class Repeat(object):
    def __init__(self, count):
        self._count = count

    def process(self, item):
        index = 0
        while index < self._count:
            yield {"index": index, "value": item * index}
            index += 1


class Transform(object):
    def __init__(self, multiplier, recursive):
        self._multiplier = multiplier
        self._recursive = recursive
        self.processed = 0

    def process(self, item):
        result = self._scaled(item, 0)
        self.processed += 1
        if isinstance(result, dict):
            result["_metadata"] = {
                "processed_count": self.processed,
                "multiplier": self._multiplier,
            }
        return result

    def _scaled(self, value, depth):
        if isinstance(value, (int, long, float)):
            return value * self._multiplier
        if not isinstance(value, (dict, list, tuple)) or (depth and not self._recursive):
            return value
        if isinstance(value, dict):
            scaled = {}
            for key, child in value.iteritems():
                scaled[key] = self._scaled(child, depth + 1)
            return scaled
        return type(value)([self._scaled(child, depth + 1) for child in value])
