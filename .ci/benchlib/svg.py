"""A small plotter: panels with logarithmic axes, one line per series, its name at its end."""
import math
from html import escape

COLOURS = ["#1f5fa8", "#c2410c", "#15803d", "#7e22ce", "#a16207", "#be123c", "#0e7490", "#4b5563", "#65a30d", "#9d174d",
           "#3730a3", "#92400e", "#047857", "#b91c1c"]
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM, LINE = 900, 420, 80, 250, 44, 52, 15


class Panel:
    """One plot: series are (name, [(x, y)…], dashed); y values are in the unit of the title."""

    def __init__(self, title, series, number):
        self.title, self.number = title, number
        self.series = [(name, [(x, y) for x, y in points if y > 0], dashed) for name, points, dashed in series]
        self.series = [one for one in self.series if one[1]]
        xs = [x for _, points, _ in self.series for x, _ in points]
        ys = [y for _, points, _ in self.series for _, y in points]
        self.x = (math.log10(min(xs)), max(math.log10(max(xs)), math.log10(min(xs)) + 1))
        self.y = (math.floor(math.log10(min(ys))), max(math.ceil(math.log10(max(ys))), math.floor(math.log10(min(ys))) + 1))

    def draw(self, top):
        """SVG elements of the panel with its upper edge at top."""
        self.top = top
        return [f'<text x="{LEFT}" y="{top + 24}" font-size="16" font-weight="bold">{escape(self.title)}</text>',
                *self._grid(), *self._lines()]

    def _at(self, x, y):
        right, bottom = WIDTH - RIGHT, self.top + HEIGHT - BOTTOM
        across = (math.log10(x) - self.x[0]) / (self.x[1] - self.x[0])
        up = (math.log10(y) - self.y[0]) / (self.y[1] - self.y[0])
        return LEFT + across * (right - LEFT), bottom - up * (bottom - self.top - TOP)

    def _grid(self):
        low, high = 10 ** self.y[0], 10 ** self.y[1]
        bottom = self._at(10 ** self.x[0], low)[1]
        for power in range(self.y[0], self.y[1] + 1):
            y = self._at(10 ** self.x[0], 10 ** power)[1]
            yield f'<line x1="{LEFT}" y1="{y:.1f}" x2="{WIDTH - RIGHT}" y2="{y:.1f}" stroke="#d4d4d4"/>'
            yield f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{plain(10 ** power)}</text>'
        for power in range(math.ceil(self.x[0] - 1e-9), math.floor(self.x[1] + 1e-9) + 1):
            x = self._at(10 ** power, low)[0]
            yield f'<line x1="{x:.1f}" y1="{self._at(1, high)[1]:.1f}" x2="{x:.1f}" y2="{bottom:.1f}" stroke="#d4d4d4"/>'
            yield f'<text x="{x:.1f}" y="{bottom + 18:.1f}" text-anchor="middle">{plain(10 ** power)}</text>'
        yield f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{bottom + 38:.1f}" text-anchor="middle">messages</text>'

    def _lines(self):
        upper_first = sorted(enumerate(self.series), key=lambda one: -one[1][1][-1][1])
        for place, (index, (name, points, dashed)) in zip(self._labels(), upper_first):
            colour, dash = COLOURS[index % len(COLOURS)], ' stroke-dasharray="5 4"' if dashed else ""
            spots = [self._at(x, y) for x, y in points]
            path = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
            yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="1.8"{dash}/>'
            yield from (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.6" fill="{colour}"/>' for x, y in spots)
            end = spots[-1]
            yield (f'<line x1="{end[0] + 3:.1f}" y1="{end[1]:.1f}" x2="{WIDTH - RIGHT + 16}" y2="{place:.1f}" '
                   f'stroke="{colour}" stroke-width="0.6"/>')
            text = f"{name} {self.number(points[-1][1])}"
            yield f'<text x="{WIDTH - RIGHT + 20}" y="{place + 4:.1f}" fill="{colour}">{escape(text)}</text>'

    def _labels(self):
        """Heights of the names, from the upper one down: beside the line's end, but never closer than a line of text."""
        ends = sorted(self._at(*points[-1])[1] for _, points, _ in self.series)
        places = []
        for end in ends:
            places.append(max(end, places[-1] + LINE) if places else end)
        limit = self.top + HEIGHT - BOTTOM
        for back in range(len(places) - 1, -1, -1):
            places[back] = min(places[back], limit - (len(places) - 1 - back) * LINE)
        return places


def plain(value):
    return f"{value:,.0f}" if value >= 1 else f"{value:.6f}".rstrip("0")


def document(panels):
    """All panels below each other, on white."""
    height = HEIGHT * len(panels)
    body = "\n".join(element for at, panel in enumerate(panels) for element in panel.draw(at * HEIGHT))
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" '
            'font-family="sans-serif" font-size="12" fill="#222">\n'
            f'<rect width="{WIDTH}" height="{height}" fill="white"/>\n{body}\n</svg>\n')
