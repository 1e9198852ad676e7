"""The process that is killed: works on a project and says what it has done.

``python -m tests.torture.child PROJECT ANNOTATOR SEED [LIMIT]`` writes a line to its
standard output when it is ready (``*``), before each gesture (``? NAME``) and, once
the gesture's call has returned, after it: ``= DOCUMENT DIGEST`` what that document's
layer holds now, ``-`` where it changed nothing, ``! SENTENCE`` where the machine did
not let it. Each line is one ``write``: what was written before the kill can be read
after it.

*LIMIT* is how large files may grow from here on, in bytes: a disk that fills up.
"""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path

from annotator.domain.errors import EnvironmentFault
from annotator.services.desk import Desk
from annotator.services.project import Project
from tests.torture.gestures import Hands, digest


def main() -> None:
    """Work until somebody puts an end to it."""
    path, name, seed, *limit = sys.argv[1:]
    with Project.open(Path(path)) as project:
        hands = Hands(Desk(project, project.enter(name)), random.Random(seed))
        _say("* ready")
        if limit:
            _limit_files(int(limit[0]))
        while True:
            _work(hands)


def _work(hands: Hands) -> None:
    gesture = hands.choose()
    _say(f"? {gesture}")
    try:
        changed = hands.do(gesture)
    except EnvironmentFault as fault:
        _say(f"! {fault}")
        return
    if changed is None:
        _say("-")
        return
    desk = hands.desk
    # What the window would show: the desk's own memory where it has it.
    opened = desk.opened
    layer = (
        opened.layer
        if opened is not None and opened.document.id == changed
        else desk.project.store.layer(changed, desk.annotator.id)
    )
    _say(f"= {changed} {digest(layer)}")


def _limit_files(limit: int) -> None:
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))


def _say(line: str) -> None:
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


if __name__ == "__main__":
    main()
