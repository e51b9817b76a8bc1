"""All benches, one after the other: `make bench`; one: `python -m bench stores --measures 10000`."""

import sys

from bench import loading, pages, reading, stores

BENCHES = {"reading": reading.main, "loading": loading.main, "stores": stores.main, "pages": pages.main}

if __name__ == "__main__":
    asked = [name for name in BENCHES if name in sys.argv] or list(BENCHES)
    sys.argv = [word for word in sys.argv if word not in BENCHES]
    for name in asked:
        BENCHES[name]()
