"""People: heads, hair, clothes, arms and hands.

Units: a head is 100 high. The origin is the pit of the neck, y runs down: top of the head -128, shoulders 20, hips 255, knees 430, soles 620.
"""

import math
from dataclasses import dataclass, field

from canvas import darker, lighter, limb, mix, num

FACE = "M-36,-12 C-38,-47 38,-47 36,-12 C36,14 29,35 14,46 C6,51 -6,51 -14,46 C-29,35 -36,14 -36,-12Z"


@dataclass
class Look:
    """How one person looks in every picture."""

    skin: str
    hair: str
    style: str
    woman: bool
    outfit: str
    top: str
    shirt: str = "#f5f1e8"
    accent: str = "#b8453a"
    legs: str = "#2c3145"
    glasses: bool = False
    beard: bool = False
    age: int = 0


@dataclass
class Pose:
    """Where one person's parts are. `turn` -1 to 1 looks to the left or right, `down` 0 to 1 looks down."""

    turn: float = 0.0
    down: float = 0.0
    tilt: float = 0.0
    left: tuple = None
    right: tuple = None
    left_hand: tuple = ("hang", 84)
    right_hand: tuple = ("hang", 96)
    talk: bool = False
    lean: float = 0.0
    legs: bool = False
    held: dict = field(default_factory=dict)


def mirror(points):
    return [(-x, *rest) for x, *rest in points]


def shoulders(look):
    return 66 if look.woman else 79


def torso_path(look, bottom):
    w = shoulders(look)
    waist, hip = (50, 64) if look.woman else (67, 72)
    side = f"C{w - 42},6 {w - 22},9 {w - 12},15 C{w + 2},20 {w + 5},42 {w - 1},72 C{w - 6},110 {waist},140 {waist},172 C{waist},205 {hip},230 {hip},{bottom}"
    back = (
        f"L{-hip},{bottom} C{-hip},230 {-waist},205 {-waist},172 C{-waist},140 {-(w - 6)},110 {-(w - 1)},72 "
        f"C{-(w + 5)},42 {-(w + 2)},20 {-(w - 12)},15 C{-(w - 22)},9 {-(w - 42)},6 -17,-12Z"
    )
    return f"M-17,-12 C-9,4 9,4 17,-12 {side} {back}"


def place(pose, x, y, scale):
    return f"translate({num(x)} {num(y)}) scale({scale:.3f}) rotate({num(pose.lean)})"


def arms(c, look, pose, x, y, scale):
    """Draws only the arms: for people whose hands lie on a table drawn after them."""
    with c.group(place(pose, x, y, scale)):
        arm(c, look, pose, "left")
        arm(c, look, pose, "right")


def person(c, look, pose, x, y, scale, bottom=290, with_arms=True):
    """Draws one person with the pit of the neck at (x, y)."""
    with c.group(place(pose, x, y, scale)):
        back_hair(c, look, pose)
        if pose.legs:
            legs(c, look)
        neck(c, look)
        clothes(c, look, bottom)
        head(c, look, pose)
        if with_arms:
            arm(c, look, pose, "left")
            arm(c, look, pose, "right")


def neck(c, look):
    c.path("M-15,-52 L15,-52 L17,-8 C10,14 -10,14 -17,-8Z", darker(look.skin, 0.06))
    c.path("M-15,-40 C-6,-20 10,-18 15,-30 L15,-52 L-15,-52Z", mix(look.skin, "#7a3b2e", 0.36))


def legs(c, look):
    if look.outfit == "skirt":
        c.path(limb([(-18, 400, 17), (-19, 500, 14), (-19, 592, 9)]), c.cloth(look.skin))
        c.path(limb([(18, 400, 17), (19, 500, 14), (20, 592, 9)]), c.cloth(look.skin))
        for side in (-1, 1):
            c.path(
                f"M{side * 19 - 12},586 L{side * 19 + 12},586 C{side * 19 + 14},606 {side * 19 + 14},618 {side * 19 + 12},620 L{side * 19 - 12},620 C{side * 19 - 14},612 {side * 19 - 14},600 {side * 19 - 12},586Z",
                "#2a2433",
            )
        c.path("M-62,262 L62,262 C67,320 62,390 56,432 L-56,432 C-62,390 -67,320 -62,262Z", c.worn(look.legs, 1.2, 440))
        return
    if look.outfit == "aodai":
        return
    hip, knee, hem = (60, 21, 15) if look.woman else (68, 25, 17)
    fx = 22 if look.woman else 29
    for side in (-1, 1):
        with c.group("" if side == 1 else "scale(-1 1)"):
            c.path(
                f"M{fx - 13},594 L{fx + 13},594 C{fx + 15},606 {fx + 28},612 {fx + 26},622 L{fx - 15},622 C{fx - 17},612 {fx - 15},606 {fx - 13},594Z",
                "#241f2c",
            )
        outer = f"M{side * hip},236 C{side * (hip + 4)},300 {side * (fx + knee + 6)},380 {side * (fx + knee)},440 L{side * (fx + hem)},602"
        inner = f"L{side * (fx - hem + 2)},602 L{side * (fx - knee + 6)},440 L{side * 3},330 L{side * -3},318 L{side * -3},236Z"
        c.path(f"{outer} {inner}", c.worn(look.legs, 1.2, 560))


def clothes(c, look, bottom):
    draw = {"suit": suit, "blazer": blazer, "skirt": blazer, "aodai": aodai, "vest": vest, "knit": knit, "shirt": plain}
    if look.outfit == "aodai":
        aodai(c, look, bottom)
        return
    if bottom > 260:
        bottom = 285
    c.path(torso_path(look, bottom), c.worn(look.top))
    draw[look.outfit](c, look)


def suit(c, look):
    c.path("M-19,-8 L19,-8 L3,116 L-3,116Z", look.shirt)
    c.path("M2,-6 L19,-8 L3,116Z", darker(look.shirt, 0.1))
    if look.accent:
        c.path("M-7,7 L7,7 L5,22 L11,100 L0,116 L-11,100 L-5,22Z", c.cloth(look.accent))
        c.path("M-7,7 L7,7 L5,22 L-5,22Z", darker(look.accent, 0.18))
    for s in (1, -1):
        with c.group("" if s == 1 else "scale(-1 1)"):
            c.path("M-18,-16 L-1,7 L-11,23 L-25,0Z", lighter(look.shirt, 0.5))
            c.path(
                "M-23,-3 L-46,34 L-34,46 L-43,56 L-1,122 L1,112 L-21,9Z", c.cloth(mix(look.top, "#000000", 0.2) if s == 1 else mix(look.top, "#000000", 0.3))
            )
    c.line("M0,122 L1,284", darker(look.top, 0.45), 2, 'opacity="0.7"')
    for y in (138, 172):
        c.circle(6, y, 3.2, darker(look.top, 0.5))
    c.path("M30,62 L52,58 L52,64 L31,68Z", lighter(look.top, 0.12))
    c.path("M33,61 L40,51 L44,59 L49,53 L50,60Z", look.shirt)


def blazer(c, look):
    c.path("M-19,-8 C-14,30 -6,60 0,96 C6,60 14,30 19,-8Z", look.shirt)
    c.path("M-17,-8 C-8,14 8,14 17,-8Z", darker(look.skin, 0.05))
    for s in (1, -1):
        with c.group("" if s == 1 else "scale(-1 1)"):
            c.path("M-20,-10 C-34,6 -42,22 -38,44 L-28,48 L-1,124 L2,96 C-8,60 -15,26 -20,-10Z", c.cloth(mix(look.top, "#000000", 0.16 if s == 1 else 0.26)))
    c.line("M0,124 L0,284", darker(look.top, 0.4), 2, 'opacity="0.7"')
    c.circle(5, 142, 3.4, darker(look.top, 0.5))
    c.circle(-36, 66, 6, look.accent)
    c.circle(-36, 66, 2.4, lighter(look.accent, 0.6))


def aodai(c, look, bottom):
    if bottom > 300:
        for s in (-1, 1):
            c.path(f"M{s * 8},622 L{s * 10},602 L{s * 36},602 C{s * 40},612 {s * 42},616 {s * 40},622Z", "#7d4c3c")
        c.path("M-56,300 C-60,400 -50,500 -56,610 L-2,612 L2,612 L56,610 C50,500 60,400 56,300Z", c.worn("#f3ece0", 1.3, 620))
        c.path("M0,470 L0,612", "none", f'stroke="{darker("#f3ece0", 0.2)}" stroke-width="2"')
        c.path("M-62,240 C-66,340 -60,430 -50,548 C-20,562 20,562 50,548 C60,430 66,340 62,240Z", c.worn(look.top, 1.2, 560))
        c.line("M-14,330 C-18,400 -12,480 -16,546", darker(look.top, 0.3), 3, 'opacity="0.35"')
        c.line("M24,300 C28,400 22,480 26,546", darker(look.top, 0.3), 3, 'opacity="0.3"')
        c.path(torso_path(look, 285), c.worn(look.top, 1.2, 560))
    else:
        c.path(torso_path(look, bottom), c.worn(look.top))
    c.path("M-18,-22 C-8,-12 8,-12 18,-22 L20,-4 C10,10 -10,10 -20,-4Z", c.cloth(mix(look.top, "#ffffff", 0.1)))
    c.line("M-18,-22 C-8,-12 8,-12 18,-22", look.accent, 2.4)
    c.line("M6,4 C20,14 40,22 58,24", darker(look.top, 0.3), 2, 'opacity="0.6"')
    for px, py, r in ((-26, 62, 9), (-8, 84, 7), (-36, 92, 6), (-18, 112, 8), (4, 60, 5), (22, 236, 8), (34, 256, 6)):
        for k in range(5):
            a = k * 2 * math.pi / 5 + px
            c.ellipse(px + math.cos(a) * r * 0.6, py + math.sin(a) * r * 0.6, r * 0.5, r * 0.5, look.accent, 'opacity="0.85"')
        c.circle(px, py, r * 0.34, "#fff3cf")
    c.line("M-30,72 C-24,90 -30,110 -14,128", look.accent, 2, 'opacity="0.6"')


def vest(c, look):
    c.path("M-19,-10 L19,-10 L30,285 L-30,285Z", c.cloth(look.shirt))
    c.line("M0,6 L0,284", darker(look.shirt, 0.25), 2)
    for s in (1, -1):
        with c.group("" if s == 1 else "scale(-1 1)"):
            c.path("M-18,-16 L-1,7 L-15,24 L-27,0Z", lighter(look.shirt, 0.35))
            c.path("M-62,96 L-32,96 L-30,128 L-60,128Z", darker(look.top, 0.14))
            c.path("M-64,94 L-30,94 L-30,104 L-63,104Z", lighter(look.top, 0.1))
            c.path("M-66,196 L-32,196 L-30,248 L-66,248Z", darker(look.top, 0.14))
            c.path("M-67,194 L-31,194 L-31,207 L-67,207Z", lighter(look.top, 0.1))


def knit(c, look):
    c.path("M-18,-12 L18,-12 L0,34Z", look.shirt)
    for s in (1, -1):
        with c.group("" if s == 1 else "scale(-1 1)"):
            c.path("M-18,-16 L-1,8 L-12,22 L-25,0Z", lighter(look.shirt, 0.4))
    c.line("M-22,2 L0,38 L22,2", darker(look.top, 0.22), 6)
    for y in (276, 282):
        c.line(f"M-66,{y} L66,{y}", darker(look.top, 0.2), 2, 'opacity="0.5"')


def plain(c, look):
    for s in (1, -1):
        with c.group("" if s == 1 else "scale(-1 1)"):
            c.path("M-18,-16 L-1,10 L-13,26 L-27,0Z", lighter(look.top, 0.4))
    c.line("M0,10 L0,284", darker(look.top, 0.22), 2)
    for y in range(40, 280, 44):
        c.circle(0, y, 2.6, darker(look.top, 0.35))
    c.path("M24,70 L54,70 L54,98 L39,106 L24,98Z", darker(look.top, 0.07))


def arm(c, look, pose, side):
    s = -1 if side == "left" else 1
    w = shoulders(look)
    elbow, wrist = (pose.left if side == "left" else pose.right) or ((s * (w - 3), 122), (s * (w - 3), 206))
    kind, angle = pose.left_hand if side == "left" else pose.right_hand
    thick = (0.8 if look.outfit == "aodai" else 0.87) if look.woman else 1.0
    shoulder = (s * (w - 19.5 * thick), 35, 20.5 * thick)
    mid = ((shoulder[0] + elbow[0]) / 2 + s * 1.5, (shoulder[1] + elbow[1]) / 2, 20.5 * thick)
    fore = ((elbow[0] + wrist[0]) / 2, (elbow[1] + wrist[1]) / 2, 16 * thick)
    points = [shoulder, mid, (*elbow, 18 * thick), fore, (*wrist, 13.5 * thick)]
    sleeve = look.shirt if look.outfit == "vest" else look.top
    edge = darker(sleeve, 0.55)
    c.path(limb([(x - s * 3, y + 2.5, r) for x, y, r in points[1:]]), edge, 'opacity="0.3"')
    hand(c, look, kind, wrist, angle, s, pose.held.get(side))
    if look.outfit == "vest":
        c.path(limb([points[2], fore, (points[4][0], points[4][1], 12)]), look.skin)
        c.path(limb([points[0], mid, points[2], (fore[0] * 0.6 + elbow[0] * 0.4, fore[1] * 0.6 + elbow[1] * 0.4, 18)]), c.worn(sleeve))
        return
    if look.outfit in ("suit", "knit", "blazer", "skirt"):
        dx, dy = wrist[0] - fore[0], wrist[1] - fore[1]
        d = math.hypot(dx, dy) or 1
        c.path(limb([(wrist[0], wrist[1], 12.2 * thick), (wrist[0] + dx / d * 8, wrist[1] + dy / d * 8, 11.6 * thick)]), look.shirt)
    c.path(limb(points), c.worn(sleeve))
    bend = math.hypot(elbow[0] * 2 - shoulder[0] - wrist[0], elbow[1] * 2 - shoulder[1] - wrist[1])
    if bend > 60:
        c.line(f"M{num(elbow[0] - s * 2)},{num(elbow[1] - 16)} q{num(-s * 8)},10 {num(-s * 12)},20", darker(sleeve, 0.4), 2.4, 'opacity="0.45"')


def hand(c, look, kind, wrist, angle, s, held=None):
    """A hand at the wrist; `angle` is where the fingers point (0 right, 90 down)."""
    skin, shade = look.skin, mix(look.skin, "#7a3b2e", 0.32)
    k = 0.86 if look.woman else 1.0
    over = s if -90 <= angle <= 90 else -s
    with c.group(f"translate({num(wrist[0])} {num(wrist[1])}) rotate({num(angle)}) scale({k} {num(k * over)})"):
        if kind == "fist":
            if held:
                held(c)
            c.path("M-6,-12 C4,-16 22,-18 32,-14 C40,-10 42,12 34,17 C22,20 4,16 -6,12Z", skin)
            for y in (-6, 2, 10):
                c.line(f"M20,{y} L37,{y - 1}", shade, 2)
            c.line("M6,-8 C14,-14 22,-12 27,-6", shade, 2)
        elif kind == "point":
            c.path("M-6,-11 C6,-14 20,-13 30,-11 L62,-8 C68,-7 68,0 62,0 L36,1 C34,12 16,14 -6,11Z", skin)
            c.line("M30,1 L18,1", shade, 2)
        elif kind == "open":
            for a, length in ((-20, 52), (-7, 58), (6, 55), (19, 46)):
                r = math.radians(a)
                c.line(f"M14,0 L{num(14 + math.cos(r) * length * 0.78)},{num(math.sin(r) * length * 0.9)}", skin, 9.5)
            c.line("M4,-6 L22,-28", skin, 9.5)
            c.path("M-6,-12 C6,-17 26,-17 32,-10 C36,0 34,12 28,15 C14,17 2,14 -6,12Z", skin)
            c.line("M10,-10 C16,-2 16,6 12,12", shade, 1.8, 'opacity="0.7"')
        elif kind == "flat":
            c.path("M-6,-11 C8,-15 30,-14 46,-9 C56,-6 58,0 54,3 C40,9 12,12 -6,11Z", skin)
            c.path("M8,6 C16,18 30,18 34,13 C36,8 24,4 16,0Z", darker(skin, 0.05))
            for y in (-5, 0):
                c.line(f"M30,{y} L50,{y * 0.6}", shade, 1.6, 'opacity="0.8"')
        else:
            c.path("M-6,-11 C8,-14 24,-13 36,-9 C52,-5 56,2 50,8 C38,13 12,13 -6,11Z", skin)
            c.path("M4,-8 C14,-18 30,-16 36,-8 C30,-5 18,-2 12,0Z", darker(skin, 0.06))
            c.line("M32,4 L49,5", shade, 1.6, 'opacity="0.7"')


def head(c, look, pose):
    t, d = pose.turn, pose.down
    with c.group(f"translate({num(t * 5)} {num(-78 + d * 7)}) rotate({num(pose.tilt)})"):
        shade = mix(look.skin, "#7a3b2e", 0.3)
        for s in (-1, 1):
            if s * t < 0.45:
                c.ellipse(s * 35 - t * 4, 4, 6.5, 10, mix(look.skin, "#a3503c", 0.22))
        c.path(FACE, look.skin)
        with c.group("", c.clip(FACE)):
            c.path("M18,-60 C30,-20 30,24 8,54 L60,54 L60,-60Z", shade, 'opacity="0.38"')
            c.path("M-40,-46 L40,-46 L40,-14 C20,-30 -20,-30 -40,-10Z", shade, 'opacity="0.3"')
        features(c, look, t, d, shade, pose.talk)
        front_hair(c, look, t)


def features(c, look, t, d, shade, talk):
    dx, dy = 12 * t, 9 * d
    dark = mix(look.hair, "#1b1016", 0.7) if look.age < 2 else "#3a3038"
    with c.group("", c.clip(FACE)):
        for s in (-1, 1):
            c.ellipse(dx * 1.1 + s * 20, 17 + dy, 9, 6.5, "#e0604f", 'opacity="0.15"')
    if look.beard:
        mx, my = dx * 1.2, 27 + dy * 0.9
        c.path(
            f"M-36,-4 C-35,34 -18,53 0,53 C18,53 35,34 36,-4 C33,12 {num(24 + mx * 0.4)},{num(my - 8)} {num(mx + 15)},{num(my - 6)} "
            f"C{num(mx + 8)},{num(my - 13)} {num(mx - 8)},{num(my - 13)} {num(mx - 15)},{num(my - 6)} C{num(-24 + mx * 0.4)},{num(my - 8)} -33,12 -36,-4Z",
            mix(look.hair, look.skin, 0.12),
        )
        c.ellipse(mx, my + 0.5, 9.5, 4, mix(look.skin, "#a8323a", 0.25))
    for s in (-1, 1):
        squeeze = 1 - 0.28 * max(0, s * t)
        ex = dx + s * 14.5 * squeeze
        if d > 0.55:
            c.line(f"M{num(ex - 6)},{num(1 + dy)} q6,4.5 12,0", dark, 2.4)
        else:
            c.ellipse(ex, 0.5 + dy, 3.4 * squeeze, 4, "#2b1c1e")
            c.circle(ex - 1, -1 + dy, 1.1, "#ffffff")
            c.line(f"M{num(ex - 6 * squeeze)},{num(-3.6 + dy)} q{num(6 * squeeze)},{-3.6} {num(12 * squeeze)},{num(0.4)}", "#3a2427", 1.9)
        brow = look.hair if look.age < 2 else mix(look.hair, "#5a5560", 0.5)
        c.line(
            f"M{num(ex - 7.5 * squeeze)},{num(-11.5 + dy)} q{num(7 * squeeze)},{-4.5} {num(15 * squeeze)},{num(0.6)}",
            mix(brow, "#1b1016", 0.35),
            2.2 if look.woman else 3.2,
        )
    nose = dx * 1.45
    side = 1 if t >= 0 else -1
    c.line(
        f"M{num(nose + side * 1.5)},{num(3 + dy)} q{num(side * 6)},9 {num(side * 1.5)},12.5 q{num(-side * 4)},{1.2} {num(-side * 6)},{-0.6}",
        mix(look.skin, "#7a3b2e", 0.55),
        2.1,
    )
    lip = mix(look.skin, "#a8323a", 0.62 if look.woman else 0.45)
    mx, my = dx * 1.2, 28 + dy * 0.9
    if talk:
        c.path(
            f"M{num(mx - 8)},{num(my - 2)} C{num(mx - 3)},{num(my - 4)} {num(mx + 3)},{num(my - 4)} {num(mx + 8)},{num(my - 2)} C{num(mx + 6)},{num(my + 8)} {num(mx - 6)},{num(my + 8)} {num(mx - 8)},{num(my - 2)}Z",
            "#7c2a30",
        )
        c.path(f"M{num(mx - 6)},{num(my - 1.6)} h12 v2.6 h-12Z", "#fbf4ea")
    else:
        c.line(f"M{num(mx - 9)},{num(my - 1)} q9,6.5 18,-0.4", lip, 2.8)
    if look.age >= 1:
        for s in (-1, 1):
            c.line(f"M{num(dx + s * 13)},{num(16 + dy)} q{num(s * 4)},5 {num(s * 4)},10", shade, 1.6, 'opacity="0.8"')
    if look.glasses:
        for s in (-1, 1):
            squeeze = 1 - 0.2 * max(0, s * t)
            c.ellipse(dx + s * 15 * squeeze, 1 + dy, 11.5 * squeeze, 10, "#ffffff", 'fill-opacity="0.14" stroke="#2b2430" stroke-width="2.2"')
        c.line(f"M{num(dx - 4)},{num(-1 + dy)} q4,-3 8,0", "#2b2430", 2.2)
        c.line(f"M{num(dx - 26.5)},{num(-1 + dy)} L-36,-2 M{num(dx + 26.5)},{num(-1 + dy)} L36,-2", "#2b2430", 2)


def back_hair(c, look, pose):
    t = pose.turn
    with c.group(f"translate({num(t * 2)} {num(-78 + pose.down * 7)}) rotate({num(pose.tilt)})"):
        shade = darker(look.hair, 0.3)
        if look.style == "long":
            c.path("M-44,10 C-52,-34 -36,-64 0,-64 C36,-64 52,-34 44,10 C50,56 58,96 46,132 C30,142 -30,142 -46,132 C-58,96 -50,56 -44,10Z", shade)
        elif look.style == "bob":
            c.path("M-46,32 C-54,-30 -40,-65 0,-65 C40,-65 54,-30 46,32 C45,50 28,52 20,44 L-20,44 C-28,52 -45,50 -46,32Z", shade)
        elif look.style == "wave":
            c.path("M-46,24 C-60,-26 -40,-66 0,-66 C40,-66 60,-26 48,24 C58,44 50,66 34,66 C22,60 -22,60 -34,66 C-52,66 -58,44 -46,24Z", shade)
        elif look.style == "bun":
            c.circle(-t * 26, -58, 21, c.cloth(look.hair))
        elif look.style == "tail":
            c.path(
                f"M{-t * 20 - 16},-50 C{-t * 60 - 44},-40 {-t * 64 - 40},30 {-t * 50 - 22},64 C{-t * 40 - 6},40 {-t * 30 + 4},-20 {-t * 20 + 14},-46Z", shade
            )


def front_hair(c, look, t):
    fill = c.cloth(look.hair)
    k = 5 * t
    gloss = 'opacity="0.5"'
    shine = mix(look.hair, "#ffffff", 0.22)
    style = look.style
    if style == "short":
        c.path(
            f"M-38,4 C-44,-32 -34,-62 4,-62 C38,-62 44,-32 38,4 C36,-6 36,-12 32,-20 C22,-20 {6 + k},-22 {-8 + k},-36 C{-14 + k},-26 -26,-22 -32,-16 C-36,-10 -36,-4 -38,4Z",
            fill,
        )
        c.line(f"M{-20 + k},-50 C-6,-57 14,-56 24,-46", shine, 3, gloss)
    elif style == "brush":
        c.path(
            f"M-38,2 C-42,-24 -40,-50 -20,-58 C-8,-68 18,-68 28,-56 C42,-48 42,-22 38,2 C36,-8 36,-16 31,-26 C16,-34 {k},-34 -16,-30 C-26,-28 -34,-18 -38,2Z",
            fill,
        )
        c.line("M-14,-50 C-4,-58 12,-58 22,-50", shine, 3, gloss)
    elif style == "thin":
        c.path("M-36,-10 C-37,-60 37,-60 36,-10 C30,-34 -30,-34 -36,-10Z", look.skin)
        c.path("M-20,-42 C-8,-50 14,-50 24,-40", "none", f'stroke="{lighter(look.skin, 0.5)}" stroke-width="4" stroke-linecap="round" opacity="0.6"')
        c.path("M-31,-34 C-22,-55 20,-57 29,-36 C18,-47 -16,-48 -31,-34Z", fill, 'opacity="0.55"')
        for side in (1, -1):
            with c.group("" if side == 1 else "scale(-1 1)"):
                c.path("M-39,12 C-43,-8 -42,-28 -30,-38 C-26,-34 -28,-24 -30,-15 C-31,-8 -33,-4 -34,8 C-36,12 -38,13 -39,12Z", fill)
    elif style in ("bob", "wave"):
        c.path(f"M-39,10 C-46,-34 -26,-62 4,-62 C34,-62 46,-34 39,12 C36,-10 28,-28 {8 + k},-38 C{-6 + k},-26 -30,-20 -36,0 C-37,4 -38,6 -39,10Z", fill)
        c.path("M-39,0 C-46,20 -46,40 -38,46 C-32,36 -34,14 -35,0Z M39,0 C46,20 46,40 38,46 C32,36 34,14 35,0Z", fill)
        c.line(f"M{-24 + k},-44 C-10,-56 12,-56 24,-44", shine, 3.4, gloss)
    elif style == "long":
        c.path(f"M-40,14 C-46,-36 -26,-62 2,-62 C32,-62 46,-36 40,14 C37,-10 30,-30 {4 + k},-42 C{-12 + k},-32 -34,-18 -40,14Z", fill)
        c.path("M-39,0 C-48,34 -50,80 -42,112 C-34,118 -26,104 -30,80 C-33,50 -34,24 -34,0Z", fill)
        c.path("M39,0 C48,34 50,80 42,112 C36,116 28,104 31,80 C33,50 34,24 34,0Z", fill)
        c.line(f"M{-24 + k},-46 C-10,-57 12,-57 22,-46", shine, 3.4, gloss)
    else:
        c.path(f"M-38,2 C-42,-38 -26,-61 0,-61 C26,-61 42,-38 38,2 C35,-18 {24 + k},-36 {2 + k},-38 C{-20 + k},-36 -35,-18 -38,2Z", fill)
        c.line(f"M{-20 + k},-47 C-8,-56 10,-56 22,-46", shine, 3.2, gloss)


BACKS = {
    "short": "M-37,-56 C-42,-102 -30,-128 0,-128 C30,-128 42,-102 37,-56 C34,-36 24,-28 0,-26 C-24,-28 -34,-36 -37,-56Z",
    "bob": "M-43,-46 C-54,-96 -38,-133 0,-133 C38,-133 54,-96 43,-46 C46,-22 36,-12 0,-10 C-36,-12 -46,-22 -43,-46Z",
    "long": "M-42,-56 C-52,-102 -36,-133 0,-133 C36,-133 52,-102 42,-56 C46,-10 50,46 38,80 C18,92 -18,92 -38,80 C-50,46 -46,-10 -42,-56Z",
    "tail": "M-38,-56 C-43,-102 -30,-128 0,-128 C30,-128 43,-102 38,-56 C36,-44 24,-40 14,-36 C20,0 14,40 4,62 C-10,44 -18,4 -12,-36 C-26,-40 -36,-44 -38,-56Z",
    "bun": "M-38,-56 C-43,-102 -30,-128 0,-128 C30,-128 43,-102 38,-56 C34,-38 22,-28 0,-26 C-22,-28 -34,-38 -38,-56Z",
}
BACK = "M-19,-8 C-34,10 -64,10 -84,28 C-104,48 -106,140 -104,300 L104,300 C106,140 104,48 84,28 C64,10 34,10 19,-8 C8,2 -8,2 -19,-8Z"


def seen_from_behind(c, x, y, scale, hair, top, skin, style, rim=None, rim_side=1):
    """A listener from behind with the nape at (x, y); `rim` is the colour of a light from the side `rim_side`."""

    def lit(shape, fill):
        if not rim:
            c.path(shape, fill)
            return
        c.path(shape, mix(fill, rim, 0.62))
        with c.group("", c.clip(shape)):
            c.add(f'<path d="{shape}" fill="{fill}" transform="translate({-3 * rim_side} 2.6)"/>')

    with c.group(f"translate({num(x)} {num(y)}) scale({scale:.3f})"):
        c.path("M-16,-44 L16,-44 L20,4 L-20,4Z", darker(skin, 0.15))
        lit(BACK, top)
        c.line("M-19,-3 C-8,7 8,7 19,-3", lighter(top, 0.3), 4)
        for side in (-1, 1):
            c.ellipse(side * 37, -60, 6, 10, lighter(skin, 0.3) if side == rim_side and rim else skin)
        lit(BACKS[style], hair)
        c.line("M-20,-104 C-8,-116 10,-116 20,-106", lighter(hair, 0.2), 4, 'opacity="0.5"')
        if style == "bun":
            c.circle(0, -82, 23, lighter(hair, 0.1))
            c.line("M-14,-88 C-4,-100 10,-96 14,-84", lighter(hair, 0.3), 3, 'opacity="0.6"')
