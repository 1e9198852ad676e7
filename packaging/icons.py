"""Draw the program's icon in the sizes and containers that systems ask for.

    python packaging/icons.py build/icons

writes ``48.png`` to ``512.png``, ``annotator.ico`` for Windows and
``annotator.icns`` for macOS.
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "resources/icons/annotator.svg"
SIZES = (16, 32, 48, 64, 128, 256, 512)
# Apple's types of the sizes, as PNG.
ICNS_TYPES = {
    16: b"icp4",
    32: b"icp5",
    64: b"icp6",
    128: b"ic07",
    256: b"ic08",
    512: b"ic09",
}


def draw(size: int) -> bytes:
    """Return the icon as a PNG of *size* × *size* points."""
    from PySide6.QtCore import QBuffer, QByteArray, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(SOURCE)).render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return data.data()


def ico(pictures: dict[int, bytes]) -> bytes:
    """Return Windows' container: a header, an entry of 16 bytes each, the PNGs."""
    fitting = {size: data for size, data in pictures.items() if size <= 256}
    offset = 6 + 16 * len(fitting)
    entries, body = b"", b""
    for size, data in fitting.items():
        side = size % 256  # 0 stands for 256
        place = offset + len(body)
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(data), place)
        body += data
    return struct.pack("<HHH", 0, 1, len(fitting)) + entries + body


def icns(pictures: dict[int, bytes]) -> bytes:
    """Return Apple's container: magic, length, and type, length, PNG of each."""
    body = b"".join(
        ICNS_TYPES[size] + struct.pack(">I", len(data) + 8) + data
        for size, data in pictures.items()
        if size in ICNS_TYPES
    )
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def main() -> int:
    """Run the script."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication(sys.argv[:1])
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {size: draw(size) for size in SIZES}
    for size, data in pictures.items():
        (folder / f"{size}.png").write_bytes(data)
    (folder / "annotator.ico").write_bytes(ico(pictures))
    (folder / "annotator.icns").write_bytes(icns(pictures))
    application.quit()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
