# Sourced by the scripts beside it: an environment with the program, what it needs
# and what builds it, and nothing else. PyInstaller would bundle what it happens on.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export UV_PROJECT_ENVIRONMENT="$PWD/build/environment"
uv sync --quiet --no-dev --group packaging --no-editable
python=$UV_PROJECT_ENVIRONMENT/bin/python
version=$($python packaging/facts.py VERSION)
