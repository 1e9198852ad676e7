# Sourced: what a desktop wants to know of a program, put under the folder $1.
install_desktop() {
    local prefix=$1 id
    id=$($python packaging/facts.py APP_ID)
    mkdir -p "$prefix"/share/{applications,mime/packages,metainfo,man/man1} \
        "$prefix/share/icons/hicolor/scalable/apps"
    $python packaging/facts.py --fill packaging/desktop/annotator.desktop \
        > "$prefix/share/applications/$id.desktop"
    $python packaging/facts.py --fill packaging/desktop/annotator-mime.xml \
        > "$prefix/share/mime/packages/$id.xml"
    $python packaging/facts.py --fill packaging/desktop/annotator.metainfo.xml \
        > "$prefix/share/metainfo/$id.metainfo.xml"
    $python packaging/man.py | gzip -9n > "$prefix/share/man/man1/annotator.1.gz"
    cp resources/icons/annotator.svg "$prefix/share/icons/hicolor/scalable/apps/$id.svg"
    $python packaging/icons.py build/icons
    for size in 48 64 128 256; do
        install -Dm644 "build/icons/$size.png" \
            "$prefix/share/icons/hicolor/${size}x$size/apps/$id.png"
    done
    desktop-file-validate "$prefix/share/applications/$id.desktop"
    appstreamcli validate --no-net "$prefix/share/metainfo/$id.metainfo.xml"
}
