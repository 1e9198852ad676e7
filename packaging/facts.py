"""What every package says of the program, each read from its one place.

    python packaging/facts.py VERSION       print one of them
    python packaging/facts.py --fill FILE   print a template with all of them put in

The version and the id stand in ``annotator/__init__.py``, what it is and its
licence in ``pyproject.toml``, what changed and when in the README.
"""

from __future__ import annotations

import argparse
import ast
import os
import re
import sys
import textwrap
import tomllib
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape
from pathlib import Path
from types import MappingProxyType

ROOT = Path(__file__).resolve().parent.parent

_PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
_README = (ROOT / "README.md").read_text("utf-8")


def _constants() -> dict[str, str]:
    """Read the constants without importing the program."""
    tree = ast.parse((ROOT / "annotator/__init__.py").read_text("utf-8"))
    return {
        node.targets[0].id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and isinstance(node.value, ast.Constant)
    }


VERSION = _constants()["__version__"]
APP_ID = _constants()["APP_ID"]
MAINTAINER = "The Annotator developers <developers@newsannotator.net>"
SUMMARY = _PROJECT["description"].rstrip(".")


def changes() -> list[tuple[str, str, list[str]]]:
    """Return version, ISO date and lines of each release, newest first.

    They stand in the README, under ``## Changelog``, as ``### 0.1.0 (2026-11-28)``
    and list items.
    """
    _, _, section = _README.partition("\n## Changelog\n")
    section = section.partition("\n## ")[0]
    found = []
    for part in re.split(r"^### ", section, flags=re.MULTILINE)[1:]:
        heading, _, body = part.partition("\n")
        version, date = re.fullmatch(r"(\S+) \((\d{4}-\d\d-\d\d)\)", heading).groups()
        found.append((version, date, re.findall(r"^- (.+)$", body, re.MULTILINE)))
    return found


def facts() -> dict[str, str]:
    """Return what templates may ask for, by its name between ``@`` signs."""
    version, date, _ = changes()[0]
    if version != VERSION:
        raise SystemExit(f"The README's changelog ends at {version}, not at {VERSION}.")
    day = datetime.fromisoformat(date).replace(tzinfo=UTC)
    return {
        "VERSION": VERSION,
        "APP_ID": APP_ID,
        "MAINTAINER": os.environ.get("MAINTAINER", MAINTAINER),
        "SUMMARY": SUMMARY,
        "DATE": date,
        "DEBIAN_DATE": format_datetime(day),
        "RELEASES": _releases(),
        "DEBIAN_CHANGES": "\n".join(map(_item, changes()[0][2])),
    }


def _item(line: str) -> str:
    """Return a line of Debian's changelog, which has 80 characters."""
    return textwrap.fill(line, 78, initial_indent="  * ", subsequent_indent="    ")


def _releases() -> str:
    """Return the releases for AppStream."""
    rows = []
    for version, date, lines in changes():
        items = "".join(f"<li>{escape(line, quote=False)}</li>" for line in lines)
        rows.append(
            f'<release version="{version}" date="{date}">'
            f"<description><ul>{items}</ul></description></release>"
        )
    return "\n    ".join(rows)


def fill(template: str, more: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return a template with the facts, and *more*, put in.

    Raises:
        KeyError: It asks for something that is not known here.
    """
    known = {**facts(), **more}
    return re.sub(r"@([A-Z][A-Z_]+)@", lambda found: known[found[1]], template)


def main() -> int:
    """Run the script."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("name", nargs="?", help="one of the facts")
    parser.add_argument("--fill", type=Path, metavar="FILE", help="a template")
    parser.add_argument(
        "--with",
        dest="more",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="another fact; repeatable",
    )
    options = parser.parse_args()
    if options.fill:
        more = dict(pair.split("=", 1) for pair in options.more)
        sys.stdout.write(fill(options.fill.read_text("utf-8"), more))
    elif options.name in facts():
        sys.stdout.write(facts()[options.name] + "\n")
    else:
        parser.error("name one of " + ", ".join(facts()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
