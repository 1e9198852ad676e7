# Sourced by the scripts beside it: an environment with the program, what it needs
# and what builds it, and nothing else. PyInstaller would bundle what it happens on.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export UV_PROJECT_ENVIRONMENT="$PWD/build/environment"
# Installed afresh: uv does not notice a change of the version in the package.
uv sync --quiet --no-dev --group packaging --no-editable --reinstall-package annotator
python=$UV_PROJECT_ENVIRONMENT/bin/python
version=$($python packaging/facts.py VERSION)
