"""Pin every dependency exactly, in ``pyproject.toml``.

    uv run python packaging/pin.py            resolve afresh and rewrite the list
    uv run python packaging/pin.py --check    fail if the list is not what is installed

The list stands in ``[tool.uv] constraint-dependencies``. A lock file would also
record where each file was downloaded from, which is nobody's business but the
machine's; built artefacts are pinned by hash with ``uv export --no-emit-project``.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from packaging.requirements import Requirement

PYPROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"
BEGIN, END = "# pins: begin (packaging/pin.py)\n", "# pins: end\n"


def resolve() -> list[str]:
    """Return ``name==version ; marker`` of everything, resolved without pins."""
    text = PYPROJECT.read_text("utf-8")
    PYPROJECT.write_text(without_pins(text), "utf-8")
    command = "uv export --quiet --upgrade --all-groups --all-extras --no-hashes"
    try:
        done = subprocess.run(
            [*command.split(), "--no-emit-project", "--no-annotate", "--no-header"],
            cwd=PYPROJECT.parent,
            capture_output=True,
            text=True,
            check=True,
        )
    finally:
        PYPROJECT.write_text(text, "utf-8")
    return [line.strip() for line in done.stdout.splitlines() if "==" in line]


def without_pins(text: str) -> str:
    """Return the file without the list."""
    return re.sub(re.escape(BEGIN) + ".*?" + re.escape(END), "", text, flags=re.S)


def write(pins: list[str]) -> None:
    """Put the list at the end of the file."""
    rows = "".join(f"    {quoted(pin)},\n" for pin in pins)
    text = without_pins(PYPROJECT.read_text("utf-8")).rstrip("\n")
    block = f"[tool.uv]\nconstraint-dependencies = [\n{rows}]\n"
    PYPROJECT.write_text(f"{text}\n\n{BEGIN}{block}{END}", "utf-8")


def quoted(pin: str) -> str:
    """Return a pin as a TOML string."""
    return f"'{pin}'" if '"' in pin else f'"{pin}"'


def check() -> list[str]:
    """Return what is installed in another version than the list says."""
    data = tomllib.loads(PYPROJECT.read_text("utf-8"))
    wrong = []
    for pin in data["tool"]["uv"]["constraint-dependencies"]:
        wanted = Requirement(pin)
        if wanted.marker is not None and not wanted.marker.evaluate():
            continue  # for another platform or Python
        try:
            found = version(wanted.name)
        except PackageNotFoundError:
            wrong.append(f"{wanted.name} is not installed")
            continue
        if not wanted.specifier.contains(found, prereleases=True):
            wrong.append(f"{wanted.name} is {found}, pinned is {wanted.specifier}")
    return wrong


def main() -> int:
    """Run the script."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true")
    if not parser.parse_args().check:
        write(resolve())
        return 0
    wrong = check()
    sys.stderr.write("".join(f"{line}\n" for line in wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
