"""All benches, one after the other: `make bench`, or `python -m bench reading stores`."""

import sys

from bench import reading, stores

BENCHES = {"reading": reading.main, "stores": stores.main}

if __name__ == "__main__":
    asked = sys.argv[1:] or list(BENCHES)
    sys.argv = sys.argv[:1]
    for name in asked:
        BENCHES[name]()
