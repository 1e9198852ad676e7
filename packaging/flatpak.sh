#!/usr/bin/env bash
# A Flatpak from the bundle: dist/annotator-VERSION.flatpak. Needs flatpak-builder
# and, from a remote that has it, the runtime that the manifest names.
source "$(dirname "$0")/environment.sh"
source packaging/desktop.sh
[ -x dist/annotator/annotator ] || packaging/bundle.sh

id=$($python packaging/facts.py APP_ID)
rm -rf build/flatpak
mkdir -p build/flatpak
cp -a dist/annotator build/flatpak/bundle
install_desktop build/flatpak/desktop
$python packaging/facts.py --fill packaging/flatpak/manifest.yml > "build/flatpak/$id.yml"
cd build/flatpak
flatpak-builder --force-clean --repo=repository out "$id.yml"
flatpak build-bundle repository "../../dist/annotator-$version.flatpak" "$id"
