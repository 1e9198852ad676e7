"""Which way of running the same network is fastest on this machine.

Two things can be chosen, and neither changes what comes out:

* who multiplies matrices: blis, which spaCy comes with, or NumPy's library;
* who drives the entity recogniser: spaCy's compiled loop, or steps over a whole
  batch from Python. The loop gives up the interpreter's lock and, with spaCy's
  published builds, takes it back for every move it looks at, which costs more
  than all its arithmetic.

Which is faster differs by processor, so the worker tries each on the first
batches of real work, which need doing anyway, and remembers the winner.
"""

from __future__ import annotations

import contextlib
import json
import os
import platform
import threading
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.language import Language

MIN_WORDS = 1500
ROUNDS = 2

_THREAD_SETTINGS = (
    "OPENBLAS_NUM_THREADS",
    "OMP_NUM_THREADS",
    "MKL_NUM_THREADS",
    "BLIS_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
)


class Kernel(NamedTuple):
    """One way of running a pipeline."""

    use_blis: bool
    stepwise: bool

    @property
    def name(self) -> str:
        """Return how the cache file and the benchmark call it."""
        library = "blis" if self.use_blis else "numpy"
        return f"{library}-{'stepwise' if self.stepwise else 'compiled'}"


KERNELS = (
    Kernel(use_blis=False, stepwise=True),
    Kernel(use_blis=True, stepwise=True),
    Kernel(use_blis=False, stepwise=False),
    Kernel(use_blis=True, stepwise=False),
)
SPACY_DEFAULT = Kernel(use_blis=True, stepwise=False)


def single_threaded(environment: Mapping[str, str]) -> dict[str, str]:
    """Return *environment* with every matrix library held to one thread.

    The matrices here are too small to share out: further threads mostly wait for
    one another, and they would take the window's core. Must be in force before
    NumPy is imported.
    """
    return {**environment, **dict.fromkeys(_THREAD_SETTINGS, "1")}


def apply_kernel(nlp: Language, kernel: Kernel) -> None:
    """Make every model of *nlp* multiply as *kernel* says."""
    from thinc.api import Model, NumpyOps

    ops = NumpyOps(use_blis=kernel.use_blis)
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        if not isinstance(model, Model):
            continue
        for node in model.walk():
            if isinstance(node.ops, NumpyOps):
                node.ops = ops


class KernelChooser:
    """Tries the kernels in turn until one has shown itself the fastest."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache
        self._key = machine_key()
        self._best: dict[Kernel, float] = {}
        self._seen = 0
        self.settled = _read_choice(cache, self._key)

    def next(self) -> Kernel:
        """Return the kernel for the next batch."""
        if self.settled is not None:
            return self.settled
        return KERNELS[self._seen % len(KERNELS)]

    def record(self, kernel: Kernel, *, words: int, seconds: float) -> None:
        """Take note of how long a batch took; settle once enough was seen."""
        if self.settled is not None or words < MIN_WORDS:
            return
        # The first batch also fills spaCy's caches, so its time says little.
        if self._seen:
            rate = words / max(seconds, 1e-9)
            self._best[kernel] = max(rate, self._best.get(kernel, 0.0))
        self._seen += 1
        if self._seen > ROUNDS * len(KERNELS):
            self.settled = max(self._best, key=self._best.__getitem__)
            _write_choice(self._cache, self._key, self.settled)


def cache_file() -> Path:
    """Return where choices are remembered."""
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("annotator")) / "kernels.json"


def machine_key() -> str:
    """Return what a choice depends on: the processor and the libraries."""
    libraries = [f"{name} {version(name)}" for name in _LIBRARIES]
    core = os.environ.get("OPENBLAS_CORETYPE", "")
    return "; ".join([_processor(), core, *libraries])


_LIBRARIES = ("numpy", "thinc", "blis", "spacy")


def _processor() -> str:
    with contextlib.suppress(OSError):
        for line in Path("/proc/cpuinfo").read_text("utf-8", "replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _read_choices(cache: Path) -> dict[str, str]:
    try:
        data = json.loads(cache.read_text("utf-8"))
    except (OSError, ValueError):
        return {}  # none yet, or damaged: measured again
    if not isinstance(data, dict):
        return {}
    return {str(key): str(name) for key, name in data.items()}


def _read_choice(cache: Path, key: str) -> Kernel | None:
    name = _read_choices(cache).get(key)
    return next((kernel for kernel in KERNELS if kernel.name == name), None)


def _write_choice(cache: Path, key: str, kernel: Kernel) -> None:
    """Remember it; workers that write at once replace the file, never mix in it."""
    text = json.dumps({**_read_choices(cache), key: kernel.name}, indent=1)
    with contextlib.suppress(OSError):  # a full or read-only disk: measured again
        cache.parent.mkdir(parents=True, exist_ok=True)
        own = cache.with_name(f"{cache.name}.{os.getpid()}.{threading.get_ident()}")
        own.write_text(text, "utf-8")
        own.replace(cache)
