"""Every error this program raises on purpose.

::

    AnnotatorError            one clear sentence for the user: what, where, what to do
    ├── InputError            the input is at fault (a file, a line, an argument)
    │   ├── SchemaError       the schema file is wrong; carries the line
    │   └── DamagedFileError  a project file that cannot be read as it is
    ├── EnvironmentFault      disk full, locked, no permission, a missing program
    │   └── NewerFileError    the project was written by a newer version
    ├── ChangedElsewhereError another window changed what this one was about to
    └── CancelledError        the user asked for a stop; never shown as an error

Anything else that reaches the user is a bug.
"""

from __future__ import annotations

from annotator.domain.wording import tr


class AnnotatorError(Exception):
    """An error whose message is one sentence a user can act on."""


class InputError(AnnotatorError):
    """The input is at fault; nothing was changed."""


class SchemaError(InputError):
    """A schema is wrong.

    Attributes:
        reason: What is wrong, without the line.
        line: One-based line of the TOML text, or None where there is none.
    """

    def __init__(self, message: str, *, line: int | None = None) -> None:
        where = tr("line {line}: {message}", line=line, message=message)
        super().__init__(message if line is None else where)
        self.reason = message
        self.line = line


class DamagedFileError(InputError):
    """A project file is damaged; a backup, or what can be read of it, is left."""


class EnvironmentFault(AnnotatorError):  # noqa: N818 - a fault of the surroundings
    """The machine is at fault: disk, lock, permission, missing program."""


class NewerFileError(EnvironmentFault):
    """The project file was written by a newer version of the program."""


class ChangedElsewhereError(AnnotatorError):
    """Another window or program has changed what this one was about to change."""


class CancelledError(AnnotatorError):
    """The user asked for the running operation to stop."""
