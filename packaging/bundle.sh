#!/usr/bin/env bash
# The one-folder bundle: dist/annotator, and a tar of it. Needs uv, a Python with a
# shared library, binutils, and the libraries of X that Qt loads, on Debian
# libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0
# libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0.
#
# The bundle runs on a Linux with glibc no older than that of where it was built,
# and leaves what depends on the graphics card, and data of the system's, to it.
libraries="libegl1 libgl1 libxcb1 libwayland-cursor0 libwayland-egl1 fontconfig-config xkb-data"
source "$(dirname "$0")/environment.sh"

rm -rf dist/annotator
$python -m PyInstaller --noconfirm --clean --log-level ERROR \
    --workpath build/pyinstaller --distpath dist packaging/bundle/annotator.spec

# Symbols are for debuggers. Libraries that wheels brought along were renamed by
# their makers' tools, which strip breaks.
find dist/annotator/_internal -name '*.so*' -type f -not -path '*.libs/*' \
    -exec strip --strip-unneeded {} +

# Whatever was left out, nothing that stays may miss it.
missing=$(find dist/annotator/_internal -name '*.so*' -type f -print0 |
    LD_LIBRARY_PATH=$PWD/dist/annotator/_internal xargs -0 ldd 2> /dev/null |
    grep 'not found' | sort -u || true)
[ -z "$missing" ] || { echo "The bundle lacks (see what it needs, in this script):" "$missing"; exit 1; }

$python packaging/licences.py dist/annotator > dist/annotator/LICENCES.txt
XZ_OPT="-T0 -1" tar -C dist -cJf "dist/annotator-$version-linux-$(uname -m).tar.xz" annotator
du -sm dist/annotator
echo "On Debian it needs: $libraries"
