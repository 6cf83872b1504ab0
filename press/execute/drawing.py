"""Matplotlib as it comes, for the processes that chapters run in: imported before all else there.

No settings of the user's (a matplotlibrc may lie in any folder), and of the fonts on a machine only
those that matplotlib brings, by what they are and not by a list that an older build has left; the
chapters add the book's own.
"""

import contextlib
from pathlib import Path

with contextlib.chdir("/"):
    import matplotlib

from matplotlib import font_manager

fonts = font_manager.fontManager
fonts.ttflist, fonts.afmlist = [], []  # the latter are for a printer, which is not drawn for
for path in sorted(Path(matplotlib.get_data_path(), "fonts", "ttf").glob("*.ttf")):
    fonts.addfont(path)
