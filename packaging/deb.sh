#!/usr/bin/env bash
# The Debian package, from the bundle: dist/annotator_VERSION_ARCHITECTURE.deb.
# Needs dpkg-dev, desktop-file-utils, appstream, binutils; lintian to check it.
source "$(dirname "$0")/environment.sh"
source packaging/desktop.sh
[ -x dist/annotator/annotator ] || packaging/bundle.sh

stage=build/deb/annotator
architecture=$(dpkg --print-architecture)
rm -rf build/deb
mkdir -p $stage/DEBIAN $stage/usr/{bin,lib} $stage/usr/share/{doc/annotator,lintian/overrides}
cp -a dist/annotator $stage/usr/lib/annotator
ln -s ../lib/annotator/annotator $stage/usr/bin/annotator

# What Debian has in a package stays with Debian, which mends its holes.
$python packaging/licences.py --libraries dist/annotator |
    while read -r library; do rm "$stage/usr/lib/annotator/_internal/$library"; done

for font in $stage/usr/lib/annotator/_internal/annotator/_resources/fonts/*.ttf; do
    ln -sf "../../../../../../share/fonts/truetype/dejavu/${font##*/}" "$font"
done

install_desktop $stage/usr
doc=$stage/usr/share/doc/annotator
cp packaging/debian/copyright $doc/copyright
rm -f $stage/usr/lib/annotator/LICENCES.txt
$python packaging/licences.py | gzip -9n > $doc/LICENCES.txt.gz
$python packaging/facts.py --fill packaging/debian/changelog | gzip -9n > $doc/changelog.gz
cp packaging/debian/lintian-overrides $stage/usr/share/lintian/overrides/annotator

# Which packages hold the libraries that are left to the system.
mkdir -p build/deb/debian
printf 'Source: annotator\n\nPackage: annotator\nArchitecture: any\n' > build/deb/debian/control
mapfile -t private < <(find $stage -name '*.so*' -type f -printf '-l%h\n' | sort -u)
mapfile -t binaries < <(find $stage -type f \( -name '*.so*' -o -name annotator \) -path '*/usr/lib/*')
depends=$(cd build/deb && dpkg-shlibdeps -O --ignore-missing-info \
    "${private[@]/#-lbuild\/deb\//-l}" "${binaries[@]/#build\/deb\//}" 2> shlibdeps.log |
    sed -n 's/^shlibs:Depends=//p')

chmod -R u=rwX,go=rX $stage
find $stage/usr/lib/annotator -type f ! -name annotator -exec chmod a-x {} +
$python packaging/facts.py --fill packaging/debian/control \
    --with "ARCHITECTURE=$architecture" --with "DEPENDS=$depends" \
    --with "SIZE=$(du -sk --exclude DEBIAN $stage | cut -f1)" > $stage/DEBIAN/control
(cd $stage && find usr -type f -exec md5sum {} +) > $stage/DEBIAN/md5sums
dpkg-deb --root-owner-group -Zxz -z1 --build $stage "dist/annotator_${version}_$architecture.deb"
if command -v lintian > /dev/null; then
    lintian --fail-on error "dist/annotator_${version}_$architecture.deb"
fi
