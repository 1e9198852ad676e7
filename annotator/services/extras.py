"""What needs a package that is not always installed; cheap to ask."""

from __future__ import annotations

from importlib.util import find_spec

from annotator.domain.installation import can_install
from annotator.domain.wording import tr


def has_gamma() -> bool:
    """Return whether γ can be computed."""
    return find_spec("pygamma_agreement") is not None


def gamma_advice() -> str:
    """Return what to say where it cannot, and what would make it possible."""
    if can_install():
        return tr('γ needs an extra: pip install "annotator[gamma]"')
    return tr(
        "γ is not part of this program, for it needs 600 MB of solvers; an annotator"
        " that was installed by pip can compute it for the same project."
    )
