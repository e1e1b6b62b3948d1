"""Furniture, flowers, microphones, plants and the like; each stands on the point it is given."""

import math

from canvas import darker, lighter, limb, mix, num


def blossom(c, x, y, r, colour, petals=7):
    turn = c.rng.random() * 6
    for k in range(petals):
        a = turn + k * 2 * math.pi / petals
        deg = math.degrees(a)
        c.add(
            f'<ellipse cx="{num(r * 0.55)}" cy="0" rx="{num(r * 0.52)}" ry="{num(r * 0.3)}" fill="{mix(colour, "#ffffff", 0.16 * (k % 2))}" transform="translate({num(x)} {num(y)}) rotate({num(deg)})"/>'
        )
    c.circle(x, y, r * 0.26, "#f4d06f")


def leaf(c, x, y, length, angle, colour, wide=0.26):
    w = length * wide
    with c.group(f"translate({num(x)} {num(y)}) rotate({num(angle)})"):
        c.path(
            f"M0,0 C{num(length * 0.3)},{num(-w)} {num(length * 0.75)},{num(-w)} {num(length)},0 C{num(length * 0.75)},{num(w)} {num(length * 0.3)},{num(w)} 0,0Z",
            colour,
        )
        c.line(f"M4,0 L{num(length * 0.9)},0", darker(colour, 0.25), max(1, length * 0.012), 'opacity="0.6"')


def bouquet(c, x, y, width, colours, green="#3f6f4c", low=True):
    """A long, low table arrangement standing on (x, y)."""
    height = width * (0.26 if low else 0.62)
    for k in range(int(width / 7)):
        t = c.rng.uniform(-1, 1)
        angle = -90 + t * 76 + c.rng.uniform(-14, 14)
        leaf(
            c,
            x + t * width * 0.34,
            y - height * 0.1,
            height * c.rng.uniform(0.7, 1.12),
            angle,
            mix(green, "#9cb87a" if k % 3 else "#16322b", c.rng.uniform(0, 0.4)),
        )
    spots = []
    for k in range(int(width / 9)):
        t = c.rng.uniform(-1, 1)
        top = 1 - 0.55 * t * t
        spots.append((x + t * width * 0.46, y - height * top * c.rng.uniform(0.16, 0.86), c.rng.uniform(0.055, 0.09) * width * (1 if low else 1.2)))
    for k, (fx, fy, r) in enumerate(sorted(spots, key=lambda s: s[1])):
        blossom(c, fx, fy, r, colours[k % len(colours)])


def lotus(c, x, y, r, colour="#f0a6b8"):
    for angle, length in ((-168, 1), (-12, 1), (-145, 1.06), (-35, 1.06), (-118, 1.1), (-62, 1.1), (-90, 1.14)):
        leaf(c, x, y, r * length, angle, mix(colour, "#ffffff", 0.5 - abs(angle + 90) / 200), 0.3)


def gooseneck(c, x, y, height, lean=20, colour="#2b2833"):
    """A table microphone with its foot at (x, y)."""
    c.ellipse(x, y, height * 0.16, height * 0.045, colour)
    tip = (x + lean, y - height)
    c.line(
        f"M{num(x)},{num(y)} C{num(x)},{num(y - height * 0.5)} {num(x + lean * 0.2)},{num(y - height * 0.8)} {num(tip[0])},{num(tip[1])}",
        colour,
        height * 0.035,
    )
    dx, dy = lean * 0.5, -height * 0.16
    c.line(f"M{num(tip[0])},{num(tip[1])} l{num(dx)},{num(dy)}", mix(colour, "#9a98a8", 0.25), height * 0.085)
    c.circle(tip[0], tip[1], height * 0.022, "#d5503f")


def glass(c, x, y, h):
    w = h * 0.32
    c.path(f"M{num(x - w)},{num(y - h)} L{num(x + w)},{num(y - h)} L{num(x + w * 0.8)},{num(y)} L{num(x - w * 0.8)},{num(y)}Z", "#ffffff", 'opacity="0.28"')
    c.path(
        f"M{num(x - w * 0.93)},{num(y - h * 0.66)} L{num(x + w * 0.93)},{num(y - h * 0.66)} L{num(x + w * 0.8)},{num(y)} L{num(x - w * 0.8)},{num(y)}Z",
        "#cfe6ee",
        'opacity="0.5"',
    )
    c.ellipse(x, y - h * 0.66, w * 0.93, h * 0.05, "#eef8fb", 'opacity="0.75"')
    c.line(f"M{num(x - w * 0.6)},{num(y - h * 0.9)} L{num(x - w * 0.5)},{num(y - h * 0.14)}", "#ffffff", h * 0.04, 'opacity="0.7"')


def plate(c, x, y, w, colour="#f7f2e6"):
    """A blank name plate: a folded card seen from the front."""
    h = w * 0.27
    c.shadow(x, y + 2, w * 0.52, h * 0.12, 0.35, 4)
    c.path(f"M{num(x - w / 2)},{num(y)} L{num(x - w * 0.47)},{num(y - h)} L{num(x + w * 0.47)},{num(y - h)} L{num(x + w / 2)},{num(y)}Z", c.cloth(colour, 0.5))
    c.line(f"M{num(x - w * 0.46)},{num(y - h)} L{num(x + w * 0.46)},{num(y - h)}", "#ffffff", 2)


def papers(c, x, y, w, tilt=0):
    with c.group(f"translate({num(x)} {num(y)}) rotate({tilt})"):
        c.path(f"M{num(-w / 2)},0 L{num(-w * 0.4)},{num(-w * 0.17)} L{num(w * 0.4)},{num(-w * 0.17)} L{num(w / 2)},0Z", "#fdfaf2")
        for k in range(3):
            s = 0.28 + k * 0.22
            c.line(f"M{num(-w * 0.34)},{num(-w * 0.17 * s)} L{num(w * (0.3 - 0.1 * (k == 2)))},{num(-w * 0.17 * s)}", "#c3bcae", 2)


def curtain(c, x, y, w, h, colour, folds=6):
    """A hanging curtain with its upper left corner at (x, y)."""
    stops = []
    for k in range(folds):
        a, step = k / folds, 1 / folds
        stops += [(round(a, 3), darker(colour, 0.42)), (round(a + step * 0.45, 3), lighter(colour, 0.1)), (round(a + step * 0.96, 3), darker(colour, 0.34))]
    c.rect(x, y, w, h, c.gradient(stops, 0, 0, 1, 0))
    c.rect(x, y, w, h, c.gradient([(0, "#140f24", 0.25), (0.3, "#140f24", 0), (1, "#140f24", 0.4)]))


def table(c, x, y, w, h, colour, top=34):
    """A table under a cloth: the top's near edge runs at y from x to x + w."""
    c.shadow(x + w / 2, y + h, w * 0.52, 26, 0.5, 18)
    c.path(
        f"M{x},{y} L{x + w * 0.03:.0f},{y - top} L{x + w * 0.97:.0f},{y - top} L{x + w},{y}Z",
        c.gradient([(0, lighter(colour, 0.2)), (1, lighter(colour, 0.34))]),
    )
    c.rect(x, y, w, h, c.gradient([(0, lighter(colour, 0.06)), (1, darker(colour, 0.42))]))
    count = max(8, int(w / 90))
    for k in range(count):
        fx = x + w * (k + 0.5 + c.rng.uniform(-0.2, 0.2)) / count
        wide = w / count * c.rng.uniform(0.18, 0.34)
        c.path(
            f"M{num(fx)},{y} C{num(fx + 4)},{y + h * 0.4:.0f} {num(fx - wide)},{y + h * 0.7:.0f} {num(fx - wide)},{y + h} L{num(fx + wide)},{y + h} C{num(fx + wide)},{y + h * 0.7:.0f} {num(fx + 8)},{y + h * 0.4:.0f} {num(fx)},{y}Z",
            darker(colour, 0.3),
            'opacity="0.45"',
        )
    c.rect(x, y - 2, w, 5, lighter(colour, 0.5), 0, 'opacity="0.8"')


def pot_plant(c, x, y, h, green="#3f7a58", pot="#b6694a"):
    """A big leafy plant in a pot standing on (x, y)."""
    w = h * 0.16
    for k in range(17):
        t = k / 16 * 2 - 1
        angle = -90 + t * 82
        length = h * (0.66 - 0.2 * abs(t)) * c.rng.uniform(0.85, 1.1)
        leaf(
            c,
            x + t * w * 0.3,
            y - h * 0.26,
            length,
            angle + c.rng.uniform(-6, 6),
            mix(green, "#12302c" if k % 2 else "#a9c98a", c.rng.uniform(0.05, 0.35)),
            0.15,
        )
    c.path(f"M{num(x - w)},{num(y - h * 0.28)} L{num(x + w)},{num(y - h * 0.28)} L{num(x + w * 0.72)},{num(y)} L{num(x - w * 0.72)},{num(y)}Z", c.cloth(pot))
    c.rect(x - w * 1.08, y - h * 0.3, w * 2.16, h * 0.05, c.cloth(lighter(pot, 0.1)), 4)


def notebook(c):
    c.path("M4,-40 L64,-48 L70,26 L10,34Z", "#b8483f")
    c.path("M10,-38 L64,-45 L69,22 L15,29Z", "#fffaf0")


def pen(c):
    c.line("M18,-26 L34,34", "#2a2636", 5)
    c.line("M33,30 L35,38", "#d8b25a", 4)


def hand_microphone(c):
    c.line("M24,34 L24,-28", "#2a2733", 13)
    c.line("M24,-30 L24,-48", "#4b4756", 21)
    c.line("M18,-47 L18,-32", "#7d788a", 3, 'opacity="0.8"')
    c.line("M15,-22 L33,-22", "#e2574a", 6)


def camera(c, x, y, s=1.0):
    """A camera seen from the front."""
    with c.group(f"translate({num(x)} {num(y)}) scale({s})"):
        c.path("M-18,-34 L18,-34 L24,-22 L-24,-22Z", "#2c2a35")
        c.rect(-44, -24, 88, 54, c.cloth("#33303d"), 8)
        c.rect(-44, -10, 88, 30, "#23212b", 0, 'opacity="0.6"')
        c.circle(2, 3, 25, "#1b1922")
        c.circle(2, 3, 19, c.glow([(0, "#6f86b8"), (0.5, "#2f3c63"), (1, "#12131f")], 0.38, 0.34, 0.7))
        c.ellipse(-4, -4, 5, 3.4, "#ffffff", 'opacity="0.75"')
        c.circle(-34, -16, 4, "#d9604c")


def strap_camera(c, x, y, scale):
    """A camera on a strap round the neck of the person whose pit of the neck is at (x, y)."""
    with c.group(f"translate({num(x)} {num(y)}) scale({scale})"):
        c.line("M-26,2 C-30,60 -34,100 -30,132 M26,2 C30,60 34,100 30,132", "#2b2731", 5)
    camera(c, x, y + 150 * scale, scale * 0.86)


def wave_emblem(c, x, y, r, colours):
    """The mark of the meeting: a disc with two rivers."""
    disc = f"M{num(x - r)},{num(y)} a{num(r)},{num(r)} 0 1 0 {num(2 * r)},0 a{num(r)},{num(r)} 0 1 0 {num(-2 * r)},0Z"
    c.path(disc, colours[0])
    with c.group("", c.clip(disc)):
        for k, colour in enumerate(colours[1:]):
            top = y - r * 0.12 + k * r * 0.42
            c.path(
                f"M{num(x - r * 1.1)},{num(top)} C{num(x - r * 0.5)},{num(top - r * 0.5)} {num(x + r * 0.1)},{num(top + r * 0.5)} {num(x + r * 1.1)},{num(top - r * 0.18)} L{num(x + r * 1.1)},{num(y + r * 1.2)} L{num(x - r * 1.1)},{num(y + r * 1.2)}Z",
                colour,
            )


def tree(c, x, y, h, green, trunk="#6b5140"):
    """A broad tree with its foot at (x, y)."""
    c.path(limb([(x, y, h * 0.045), (x + h * 0.01, y - h * 0.3, h * 0.032), (x - h * 0.02, y - h * 0.55, h * 0.02)]), c.cloth(trunk))
    for k in range(70):
        a, d = c.rng.uniform(0, 6.28), math.sqrt(c.rng.random())
        tx, ty = x + math.cos(a) * d * h * 0.3, y - h * 0.7 + math.sin(a) * d * h * 0.24 * (1 - 0.3 * abs(math.cos(a)))
        up = (y - h * 0.7 - ty) / (h * 0.3) + (x - tx) / (h * 0.9)
        tone = mix(green, "#f0e6a4" if up > 0 else "#143129", min(0.5, abs(up) * 0.36 + c.rng.uniform(0, 0.08)))
        c.circle(tx, ty, h * c.rng.uniform(0.045, 0.085), tone)


def chair_back(c, x, y, scale, colour):
    """The back of a hall seat, over the listener whose nape is at (x, y)."""
    with c.group(f"translate({num(x)} {num(y)}) scale({scale:.3f})"):
        c.path(
            "M-108,420 L-108,140 C-108,104 -86,92 -56,92 L56,92 C86,92 108,104 108,140 L108,420Z",
            c.gradient([(0, lighter(colour, 0.14)), (0.25, colour), (1, darker(colour, 0.5))]),
        )
        c.line("M-106,150 C-106,106 -86,94 -56,94 L56,94 C86,94 106,106 106,150", lighter(colour, 0.32), 4, 'opacity="0.8"')
        c.line("M-82,160 C-82,130 -70,122 -48,122 L48,122 C70,122 82,130 82,160", darker(colour, 0.35), 3, 'opacity="0.5"')


def bunting(c, x0, x1, y, sag, colours, size=46):
    """A string of paper flags between two points of the same height."""
    count = int((x1 - x0) / (size * 1.5))
    at = lambda t: (x0 + (x1 - x0) * t, y + 4 * sag * t * (1 - t))
    c.line("M" + " L".join(f"{num(px)},{num(py)}" for px, py in (at(k / 40) for k in range(41))), "#8a7a5c", 2.5)
    for k in range(count):
        (ax, ay), (bx, by) = at((k + 0.16) / count), at((k + 0.84) / count)
        c.path(
            f"M{num(ax)},{num(ay)} L{num(bx)},{num(by)} L{num((ax + bx) / 2 - (by - ay) * 0.9)},{num((ay + by) / 2 + size)}Z",
            c.cloth(colours[k % len(colours)]),
        )


def boat(c, x, y, w, hull, sail=None):
    """A river boat on the water at (x, y), with a roof or with a ribbed sail."""
    c.path(
        f"M{num(x - w / 2)},{num(y - w * 0.09)} C{num(x - w * 0.3)},{num(y + w * 0.06)} {num(x + w * 0.3)},{num(y + w * 0.06)} {num(x + w * 0.56)},{num(y - w * 0.13)} C{num(x + w * 0.3)},{num(y - w * 0.03)} {num(x - w * 0.2)},{num(y - w * 0.03)} {num(x - w / 2)},{num(y - w * 0.09)}Z",
        hull,
    )
    if sail:
        c.line(f"M{num(x)},{num(y)} L{num(x + w * 0.02)},{num(y - w * 0.95)}", hull, max(2, w * 0.018))
        for k in range(5):
            t0, t1 = k / 5, (k + 1) / 5
            span = lambda t: (x - w * (0.1 + 0.22 * t), x + w * (0.12 + 0.3 * math.sin(1 + t * 1.7)))
            (l0, r0), (l1, r1) = span(t0), span(t1)
            y0, y1 = y - w * (0.94 - 0.8 * t0), y - w * (0.94 - 0.8 * t1)
            c.path(
                f"M{num(l0)},{num(y0)} L{num(r0)},{num(y0 + w * 0.02)} L{num(r1)},{num(y1 + w * 0.02)} L{num(l1)},{num(y1)}Z",
                mix(sail, "#3a1626", 0.05 + 0.07 * (k % 2) + 0.05 * k),
            )
    else:
        c.path(
            f"M{num(x - w * 0.2)},{num(y - w * 0.05)} C{num(x - w * 0.2)},{num(y - w * 0.2)} {num(x + w * 0.22)},{num(y - w * 0.2)} {num(x + w * 0.22)},{num(y - w * 0.06)}Z",
            mix(hull, "#e0a060", 0.25),
        )


def lantern(c, x, y, r, colour, string=120):
    """A paper lantern hanging with its middle at (x, y)."""
    c.line(f"M{num(x)},{num(y - string)} L{num(x)},{num(y - r)}", "#4a3a3a", 2.5)
    c.circle(x, y, r * 2.4, colour, f'opacity="0.28" {c.blur(18)}')
    c.ellipse(x, y, r, r * 1.12, c.glow([(0, "#fff3c4"), (0.5, lighter(colour, 0.35)), (1, colour)], 0.5, 0.55, 0.6))
    for k in (-0.62, 0, 0.62):
        c.add(
            f'<ellipse cx="{num(x)}" cy="{num(y)}" rx="{num(abs(k) * r or 1)}" ry="{num(r * 1.12)}" fill="none" stroke="{darker(colour, 0.25)}" stroke-width="1.6" opacity="0.5"/>'
        )
    c.rect(x - r * 0.4, y - r * 1.22, r * 0.8, r * 0.18, "#5b3a2a", 2)
    c.rect(x - r * 0.34, y + r * 1.06, r * 0.68, r * 0.16, "#5b3a2a", 2)
    for dx in (-0.16, 0, 0.16):
        c.line(f"M{num(x + dx * r)},{num(y + r * 1.2)} l0,{num(r * 0.7)}", darker(colour, 0.1), 2.4)
