"""Marks of a chart that its axes would cut off or leave out."""

from collections.abc import Iterator

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.artist import Artist
from matplotlib.collections import Collection
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.text import Annotation
from matplotlib.transforms import Transform

SLACK = 0.002  # of the length of an axis: what rounding may add


def _corners(artist: Artist, axes: plt.Axes) -> Iterator[tuple[np.ndarray, Transform]]:
    """The points of a mark, with what turns them into places on the figure."""
    if isinstance(artist, Line2D):
        yield artist.get_xydata(), artist.get_transform()
    elif isinstance(artist, Collection):
        yield np.ma.getdata(artist.get_offsets()), artist.get_offset_transform()
        for path in artist.get_paths():
            yield path.vertices, artist.get_transform()
    elif isinstance(artist, Patch):
        yield artist.get_path().vertices, artist.get_transform()
    elif isinstance(artist, Annotation) and artist.xycoords == "data":
        yield np.array([artist.xy], dtype=float), axes.transData  # not drawn from outside


def cut_off(figure: plt.Figure) -> list[str]:
    """Each mark (point, line, bar, field, labelled point) that reaches beyond its axes, in words.

    Of a line across the whole axes only the place on the other axis counts. Marks that are not
    clipped, and texts without a point, may stand anywhere.
    """
    told = []
    for axes in figure.axes:
        for artist in (*axes.lines, *axes.collections, *axes.patches, *axes.texts):
            clipped = artist.get_clip_on() or isinstance(artist, Annotation)
            if not clipped or not artist.get_visible():
                continue
            for points, transform in _corners(artist, axes):
                data = transform.contains_branch_seperately(axes.transData)
                points = points[np.isfinite(points).all(axis=1)]
                if not any(data) or not len(points):
                    continue
                places = axes.transAxes.inverted().transform(transform.transform(points))
                beyond = ((places < -SLACK) | (places > 1 + SLACK)) & np.array(data)
                if beyond.any():
                    worst = places[beyond.any(axis=1)][0]
                    x, y = axes.transData.inverted().transform(axes.transAxes.transform(worst))
                    told.append(
                        f"{type(artist).__name__} at x {x:,.6g}, y {y:,.6g} beyond axes of x "
                        + " and y ".join(
                            f"{low:,.6g} to {high:,.6g}"
                            for low, high in (axes.get_xlim(), axes.get_ylim())
                        )
                    )
    return told
