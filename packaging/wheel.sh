#!/usr/bin/env bash
# The wheel and the source archive, in dist/; each tried in a fresh environment
# with pip alone, without the checkout, its resources included.
source "$(dirname "$0")/environment.sh"

rm -f dist/annotator-*.whl dist/annotator-*.tar.gz
$python -m hatchling build -d dist
# The versions that the tests ran with, not whatever is newest today.
uv export --quiet --no-dev --no-hashes --no-annotate --no-header --no-emit-project \
    > build/constraints.txt
for artefact in "$PWD/dist/annotator-$version-py3-none-any.whl" "$PWD/dist/annotator-$version.tar.gz"; do
    fresh=$(mktemp -d)
    "${PYTHON:-python3}" -m venv "$fresh/environment"
    "$fresh/environment/bin/pip" install --quiet --constraint build/constraints.txt "$artefact"
    (cd "$fresh" && HOME=$fresh environment/bin/annotator demo --dir "$fresh" --no-window)
    (cd "$fresh" && HOME=$fresh environment/bin/annotator check annotator-demo.annot)
    rm -rf "$fresh"
done
