"""A small SVG canvas: colours, gradients, soft light and the outline of a limb."""

import math
import random


def rgb(colour):
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)]


def mix(a, b, share):
    """The colour `share` of the way from `a` to `b`."""
    return "#" + "".join(f"{round(x + (y - x) * share):02x}" for x, y in zip(rgb(a), rgb(b)))


def lighter(colour, share=0.12):
    return mix(colour, "#fff6e6", share)


def darker(colour, share=0.16):
    return mix(colour, "#1a1430", share)


def num(value):
    return f"{value:.1f}".rstrip("0").rstrip(".")


class Canvas:
    """Collects SVG text. Everything drawn is in the order of the calls; `rng` gives the same numbers every time."""

    def __init__(self, width, height, seed=1):
        self.width, self.height = width, height
        self.defs, self.body = [], []
        self.ids = 0
        self.fills = {}
        self.rng = random.Random(seed)

    def new_id(self, prefix="i"):
        self.ids += 1
        return f"{prefix}{self.ids}"

    def add(self, *parts):
        self.body.extend(parts)

    def group(self, transform="", extra=""):
        """`with canvas.group("translate(1 2)"):` puts what follows into a group."""
        return _Group(self, transform, extra)

    def gradient(self, stops, x1=0, y1=0, x2=0, y2=1):
        """A straight gradient over the box of the shape that it fills; stops are (place, colour[, opacity])."""
        return self._paint("linearGradient", f'x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"', stops)

    def glow(self, stops, cx=0.5, cy=0.5, r=0.5):
        return self._paint("radialGradient", f'cx="{cx}" cy="{cy}" r="{r}"', stops)

    def _paint(self, kind, place, stops):
        key = (kind, place, tuple(stops))
        if key not in self.fills:
            name = self.new_id("p")
            inner = "".join(f'<stop offset="{s[0]}" stop-color="{s[1]}"' + (f' stop-opacity="{s[2]}"' if len(s) > 2 else "") + "/>" for s in stops)
            self.defs.append(f'<{kind} id="{name}" {place}>{inner}</{kind}>')
            self.fills[key] = f"url(#{name})"
        return self.fills[key]

    def cloth(self, colour, depth=1.0):
        """A colour lit from the upper left."""
        return self.gradient(self._folds(colour, depth), 0, 0, 0.9, 1)

    def worn(self, colour, depth=1.2, bottom=290):
        """The same for the parts of one garment, seamless over a person's whole body (in the units of `people`)."""
        place = f'gradientUnits="userSpaceOnUse" x1="-95" y1="0" x2="80" y2="{bottom}"'
        return self._paint("linearGradient", place, self._folds(colour, depth))

    @staticmethod
    def _folds(colour, depth):
        return [(0, lighter(colour, 0.13 * depth)), (0.5, colour), (1, darker(colour, 0.2 * depth))]

    def blur(self, amount):
        key = ("blur", amount)
        if key not in self.fills:
            name = self.new_id("f")
            self.defs.append(f'<filter id="{name}" x="-60%" y="-60%" width="220%" height="220%"><feGaussianBlur stdDeviation="{amount}"/></filter>')
            self.fills[key] = f'filter="url(#{name})"'
        return self.fills[key]

    def path(self, d, fill, extra=""):
        self.add(f'<path d="{d}" fill="{fill}" {extra}/>')

    def line(self, d, colour, width, extra=""):
        self.add(f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{num(width)}" stroke-linecap="round" stroke-linejoin="round" {extra}/>')

    def rect(self, x, y, w, h, fill, r=0, extra=""):
        self.add(f'<rect x="{num(x)}" y="{num(y)}" width="{num(w)}" height="{num(h)}" rx="{r}" fill="{fill}" {extra}/>')

    def ellipse(self, x, y, rx, ry, fill, extra=""):
        self.add(f'<ellipse cx="{num(x)}" cy="{num(y)}" rx="{num(rx)}" ry="{num(ry)}" fill="{fill}" {extra}/>')

    def circle(self, x, y, r, fill, extra=""):
        self.ellipse(x, y, r, r, fill, extra)

    def shadow(self, x, y, rx, ry, opacity=0.3, blur=12, colour="#1a1430"):
        self.ellipse(x, y, rx, ry, colour, f'opacity="{opacity}" {self.blur(blur)}')

    def clip(self, d):
        """A clip path; use as the `extra` of a group."""
        name = self.new_id("c")
        self.defs.append(f'<clipPath id="{name}"><path d="{d}"/></clipPath>')
        return f'clip-path="url(#{name})"'

    def wash(self, fill, extra=""):
        """A fill over the whole picture."""
        self.rect(0, 0, self.width, self.height, fill, 0, extra)

    def vignette(self, colour="#140f24", opacity=0.38, cx=0.5, cy=0.46):
        self.wash(self.glow([(0, colour, 0), (0.55, colour, 0), (1, colour, opacity)], cx, cy, 0.78))

    def svg(self):
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width}" height="{self.height}" '
            f'viewBox="0 0 {self.width} {self.height}"><defs>{"".join(self.defs)}</defs>{"".join(self.body)}</svg>'
        )


class _Group:
    def __init__(self, canvas, transform, extra):
        self.canvas, self.transform, self.extra = canvas, transform, extra

    def __enter__(self):
        transform = f'transform="{self.transform}"' if self.transform else ""
        self.canvas.add(f"<g {transform} {self.extra}>")

    def __exit__(self, *_):
        self.canvas.add("</g>")


def smooth(points, steps=10):
    """Points on a soft curve through `points` (Catmull-Rom)."""
    ends = [points[0]] + list(points) + [points[-1]]
    out = []
    for i in range(1, len(ends) - 2):
        a, b, c, d = ends[i - 1 : i + 3]
        for k in range(steps):
            t = k / steps
            out.append(
                tuple(
                    0.5 * (2 * b[j] + (c[j] - a[j]) * t + (2 * a[j] - 5 * b[j] + 4 * c[j] - d[j]) * t * t + (3 * b[j] - a[j] - 3 * c[j] + d[j]) * t**3)
                    for j in range(len(b))
                )
            )
    return out + [tuple(points[-1])]


def curve(points, closed=False):
    """Path data of a soft curve through points."""
    pts = list(points) + [points[0]] if closed else points
    return "M" + " L".join(f"{num(p[0])},{num(p[1])}" for p in smooth(pts)) + ("Z" if closed else "")


def limb(points):
    """Outline of a limb along (x, y, half width) points, with round ends."""
    pts = smooth(points, 8)
    left, right = [], []
    for i, (x, y, r) in enumerate(pts):
        x0, y0, _ = pts[max(i - 1, 0)]
        x1, y1, _ = pts[min(i + 1, len(pts) - 1)]
        length = math.hypot(x1 - x0, y1 - y0) or 1
        nx, ny = -(y1 - y0) / length, (x1 - x0) / length
        left.append((x + nx * r, y + ny * r))
        right.append((x - nx * r, y - ny * r))
    r0, r1 = num(pts[0][2]), num(pts[-1][2])
    text = lambda ps: " L".join(f"{num(p[0])},{num(p[1])}" for p in ps)
    return f"M{text(left)} A{r1},{r1} 0 0 0 {text(right[-1:])} L{text(right[::-1])} A{r0},{r0} 0 0 0 {text(left[:1])}Z"
