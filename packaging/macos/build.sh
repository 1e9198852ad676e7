#!/usr/bin/env bash
# The bundle for macOS: dist/Annotator.app and dist/annotator-VERSION.dmg.
# Needs uv and Xcode's command line tools. With IDENTITY, the name of a certificate
# “Developer ID Application”, it is signed; with PROFILE, the name under which
# `xcrun notarytool store-credentials` keeps the account, it is notarised as well.
source "$(dirname "$0")/../environment.sh"

$python packaging/icons.py build/icons
rm -rf dist/annotator dist/Annotator.app
$python -m PyInstaller --noconfirm --clean --log-level ERROR \
    --workpath build/pyinstaller --distpath dist packaging/bundle/annotator.spec
app=dist/Annotator.app
$python packaging/licences.py > $app/Contents/Resources/LICENCES.txt

if [ -n "${IDENTITY:-}" ]; then
    # Inside out: Apple advises against --deep. The hardened runtime is what
    # notarisation asks for.
    find $app -type f \( -name '*.so' -o -name '*.dylib' \) -print0 |
        xargs -0 codesign --force --timestamp --options runtime --sign "$IDENTITY"
    codesign --force --timestamp --options runtime \
        --entitlements packaging/macos/entitlements.plist --sign "$IDENTITY" $app
    codesign --verify --strict --verbose $app
fi

dmg=dist/annotator-$version.dmg
rm -rf build/dmg "$dmg"
mkdir -p build/dmg
cp -a $app build/dmg/
ln -s /Applications build/dmg/Applications
hdiutil create -volname Annotator -srcfolder build/dmg -ov -format UDZO "$dmg"

if [ -n "${PROFILE:-}" ]; then
    xcrun notarytool submit "$dmg" --keychain-profile "$PROFILE" --wait
    xcrun stapler staple "$dmg"
    spctl --assess --type open --context context:primary-signature --verbose "$dmg"
fi
