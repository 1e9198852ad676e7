"""Collect the licences of everything that is shipped in a bundle.

    python packaging/licences.py [dist/annotator] > LICENCES.txt

Python's packages are found from what the program requires, in the environment
that this runs in; libraries of the system, where a bundle is named, by the Debian
packages that own them.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
COMMON = Path("/usr/share/common-licenses")
TEXTS = re.compile(r"(licen[cs]e|copying|notice|copyright|authors)", re.IGNORECASE)
RULE = "=" * 78
# Its packages carry the code's licence by name only.
QT = """\
Qt and Qt for Python are used under the GNU Lesser General Public License,
version 3. They are separate files (libQt6*, libpyside6*, libshiboken6*, and the
modules in PySide6 and shiboken6), and other builds of the same version can be
put in their place. Their source: https://download.qt.io/official_releases/
The texts of the LGPL and of the GPL, which it adds to, stand at the end.
"""


def required(name: str) -> dict[str, Distribution]:
    """Return a distribution and all it requires, by name, without extras."""
    found: dict[str, Distribution] = {}
    waiting = [name]
    while waiting:
        key = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if key in found:
            continue
        try:
            found[key] = distribution(key)
        except PackageNotFoundError:
            continue  # an extra of somebody's, or for another platform
        for line in found[key].requires or ():
            requirement = Requirement(line)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                waiting.append(requirement.name)
    return dict(sorted(found.items()))


def licence_name(package: Distribution) -> str:
    """Return what the package's metadata say of its licence."""
    told = package.metadata
    for line in (told["License-Expression"], told["License"]):
        if line and len(line) < 80 and line != "UNKNOWN":
            return str(line)
    kinds = [
        line.rpartition(" :: ")[2]
        for line in told.get_all("Classifier") or ()
        if line.startswith("License :: ")
    ]
    return ", ".join(kinds) or "see its text"


def licence_texts(package: Distribution) -> list[str]:
    """Return the texts that a package carries."""
    return [
        Path(str(package.locate_file(path))).read_text("utf-8", "replace").strip()
        for path in package.files or ()
        if TEXTS.search(path.name)
        and ".dist-info" in str(path)
        and Path(str(package.locate_file(path))).is_file()
    ]


def owners(bundle: Path) -> dict[str, list[str]]:
    """Return Debian's packages and which of their libraries are in the bundle."""
    listed = subprocess.run(
        ["ldconfig", "-p"], capture_output=True, text=True, check=True
    ).stdout
    places = dict(
        re.findall(r"^\t(\S+) \(.*x86-64.*\) => (\S+)$", listed, re.MULTILINE)
    )
    found: dict[str, list[str]] = {}
    for library in sorted((bundle / "_internal").glob("lib*.so*")):
        if library.is_symlink() or library.name.startswith("libpython"):
            continue
        if place := places.get(library.name):
            found.setdefault(_owner(Path(place)), []).append(library.name)
    found.pop("", None)
    return found


def _owner(library: Path) -> str:
    for path in (library, library.resolve(), Path(f"/usr{library}")):
        told = subprocess.run(
            ["dpkg", "-S", str(path)], capture_output=True, text=True, check=False
        )
        if told.returncode == 0:
            return told.stdout.partition(":")[0]
    return ""


def _python_licence() -> str:
    import sysconfig

    for folder in (sysconfig.get_path("stdlib"), "/usr/share/doc/python3.11"):
        for name in ("LICENSE.txt", "LICENSE", "copyright"):
            if (path := Path(folder) / name).is_file():
                return path.read_text("utf-8").strip()
    raise SystemExit("Python's licence is not where it was looked for.")


def sections(bundle: Path | None) -> Iterator[tuple[str, str]]:
    """Yield title and text of each part of the file."""
    yield "Annotator: MIT", (ROOT / "LICENSE").read_text("utf-8")
    fonts = ROOT / "resources/fonts/LICENSE-DejaVu.txt"
    yield "The fonts DejaVu Sans", fonts.read_text("utf-8")
    version = ".".join(map(str, sys.version_info[:3]))
    yield f"Python {version}: PSF-2.0", _python_licence()
    for name, package in required("annotator").items():
        if name == "annotator":
            continue
        texts = licence_texts(package)
        if name in ("pyside6-essentials", "shiboken6"):
            texts = [QT]
        text = "\n\n".join(texts) or "Its package names the licence and has no text."
        yield f"{name} {package.version}: {licence_name(package)}", text
    yield (
        "PyInstaller's loader",
        "GPL-2.0-or-later with an exception for what it loads.",
    )
    if bundle is not None and COMMON.is_dir():
        for name, libraries in owners(bundle).items():
            path = Path("/usr/share/doc", name, "copyright")
            title = f"{', '.join(libraries)} of Debian's {name}"
            yield title, path.read_text("utf-8", "replace")
    for name in (
        "LGPL-3",
        "GPL-3",
        "LGPL-2.1",
        "LGPL-2",
        "GPL-2",
        "MPL-2.0",
        "MPL-1.1",
    ):
        if (COMMON / name).is_file():
            yield f"The text of {name}", (COMMON / name).read_text("utf-8")


def main() -> int:
    """Run the script."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("bundle", nargs="?", type=Path)
    parser.add_argument(
        "--libraries", action="store_true", help="only list what is Debian's in it"
    )
    options = parser.parse_args()
    if options.libraries:
        for libraries in owners(options.bundle).values():
            sys.stdout.writelines(f"{library}\n" for library in libraries)
        return 0
    parts = list(sections(options.bundle))
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write("What this program is made of, and under which licences.\n\n")
    sys.stdout.writelines(f"  {title}\n" for title, _ in parts)
    for title, text in parts:
        sys.stdout.write(f"\n\n{RULE}\n{title}\n{RULE}\n\n{text.strip()}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
