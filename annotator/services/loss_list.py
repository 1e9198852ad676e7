"""All that did not fit an export, as a file beside it."""

from __future__ import annotations

import csv
import shutil
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

from annotator.domain.errors import EnvironmentFault
from annotator.domain.records import Finding, Losses, Problem
from annotator.domain.refusals import reason_of
from annotator.domain.wording import tr

SUFFIX = ".losses.tsv"
COLUMNS = ("trouble", "document", "layer", "start", "end", "where", "what")

_IN_MEMORY = 1 << 20
"""Bytes of the list that are not yet on disk."""


class LossList:
    """Writes every loss down as it happens, so that none has to stay in memory.

    Attributes:
        losses: What writers report to.
    """

    def __init__(self) -> None:
        self.losses = Losses(self._write)
        self._file = tempfile.SpooledTemporaryFile(  # noqa: SIM115 - closed in exit
            _IN_MEMORY, "w+", encoding="utf-8", newline=""
        )
        self._rows = csv.writer(self._file, delimiter="\t", lineterminator="\n")
        self._rows.writerow(COLUMNS)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.losses.told = None
        self._file.close()

    def _write(self, problem: Problem) -> None:
        place: tuple[object, ...] = ("", "", "", "", "")
        if isinstance(problem, Finding):
            place = (
                problem.trouble.value,
                problem.document_id,
                problem.layer,
                problem.start,
                problem.end,
            )
        self._rows.writerow((*place, problem.where, problem.reason))

    def finish(self, target: Path, *, always: bool) -> str:
        """Write the list beside *target* if need be, and return its name.

        An old list of the same name is deleted where there is none to write: it
        would tell of another file.

        Args:
            target: What was exported.
            always: Also where all losses can be shown.
        """
        path = target.with_name(f"{target.name}{SUFFIX}")
        try:
            if not self.losses.total or not (always or not self.losses.complete):
                path.unlink(missing_ok=True)
                return ""
            self._file.seek(0)
            with path.open("w", encoding="utf-8", newline="") as file:
                shutil.copyfileobj(self._file, file)
        except OSError as error:
            raise EnvironmentFault(
                tr(
                    "{path} could not be written ({reason}); the export itself "
                    "is there.",
                    path=path,
                    reason=reason_of(error),
                )
            ) from error
        return str(path)
