"""What needs a package that is not always installed; cheap to ask."""

from __future__ import annotations

from importlib.util import find_spec

GAMMA_ADVICE = 'γ needs an extra: pip install "annotator[gamma]"'
"""What to say where it is not installed, with the command that does it."""


def has_gamma() -> bool:
    """Return whether γ can be computed."""
    return find_spec("pygamma_agreement") is not None
