"""Matplotlib as it comes, for the processes that chapters run in: imported before all else there.

No settings of the user's (a matplotlibrc may lie in any folder), and of the fonts on a machine only
those that matplotlib brings; the chapters add the book's own.
"""

import contextlib

with contextlib.chdir("/"):
    import matplotlib

from matplotlib import font_manager

fonts = font_manager.fontManager
for kind in ("ttflist", "afmlist"):
    brought = [f for f in getattr(fonts, kind) if f.fname.startswith(matplotlib.get_data_path())]
    setattr(fonts, kind, brought)
