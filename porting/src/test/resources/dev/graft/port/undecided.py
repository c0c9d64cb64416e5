"""What has no translation is marked, and all around it is translated."""

import re
import time


class Reader:
    """An old class: no decorator, no hints."""

    def __init__(self, path="notes.txt", pattern=".*"):
        self.path = path
        self.pattern = re.compile(pattern)
        self.lines = 0

    def process(self, data):
        started = time.time()
        with open(self.path) as f:
            text = f.read()
        try:
            number = int(data)
        except ValueError:
            number = 0
        if self.pattern.match(data):
            self.lines += 1
        for a, b in zip(data, text):
            self.lines += 1
        self.lines += number
        return {"lines": self.lines, "started": started}
