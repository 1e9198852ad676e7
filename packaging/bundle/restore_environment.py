"""Give the programs that this one starts the system's libraries, not the bundle's.

PyInstaller's loader points ``LD_LIBRARY_PATH`` at the bundle and keeps what was
there before beside it. A file manager or browser started with that would load
the bundle's libraries; this process has read the variable already. The children
that are this program again need it: they are told to set it up afresh.
"""

import os

os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
for _name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
    _before = os.environ.pop(f"{_name}_ORIG", None)
    if _before is not None:
        os.environ[_name] = _before
    else:
        os.environ.pop(_name, None)
