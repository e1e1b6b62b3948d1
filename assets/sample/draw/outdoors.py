"""The pictures of the sample story in the open air, one function each."""

import math

import things
from canvas import Canvas, curve, darker, lighter, mix, num
from cast import CHAU, GALEEV, HA, HUY, KOLTSOVA, LUZHIN, MARCHETTI, VONGSA
from people import Pose, person


def river():
    """The river and the town at dusk."""
    c = Canvas(1800, 1200, 61)
    c.wash(c.gradient([(0, "#2b2a5e"), (0.22, "#5d3f82"), (0.4, "#b65d86"), (0.53, "#f0906c"), (0.6, "#ffc27a"), (1, "#ffc27a")]))
    for _ in range(46):
        x, y = c.rng.uniform(0, 1800), c.rng.uniform(0, 280)
        c.circle(x, y, c.rng.uniform(0.8, 2.2), "#fff3da", f'opacity="{c.rng.uniform(0.25, 0.8):.2f}"')
    c.circle(1230, 640, 420, c.glow([(0, "#fff0b8", 0.95), (0.3, "#ffd88a", 0.6), (1, "#ffb070", 0)]))
    c.circle(1230, 622, 78, "#fff2c6")
    for y, w, x, tone in (
        (250, 620, 420, "#e07f86"),
        (330, 820, 1350, "#f2977a"),
        (420, 560, 780, "#f7ad7d"),
        (180, 420, 1500, "#a95f92"),
        (470, 440, 260, "#fbbd84"),
    ):
        for k in range(3):
            dx, dy = c.rng.uniform(-0.2, 0.2) * w, k * 15
            c.rect(x - w / 2 + dx, y + dy, w * (1 - 0.24 * k), 13, tone, 6, f'opacity="{0.5 - 0.1 * k:.2f}" {c.blur(3)}')
    for base, height, tone in ((640, 130, "#d0768a"), (668, 92, "#a05a88")):
        points = [(-60, base)] + [(x, base - height * (0.4 + 0.6 * abs(math.sin(x * 0.0031 + base)))) for x in range(0, 1861, 120)] + [(1900, base)]
        c.path(curve(points) + " L1900,760 L-60,760Z", tone)
    skyline(c, 706, "#5b3a6e", 0.8, 3)
    skyline(c, 724, "#3a2a57", 1.0, 8)
    bridge(c)
    c.rect(0, 720, 1800, 480, c.gradient([(0, "#f2a070"), (0.14, "#c96f7c"), (0.45, "#6d4480"), (1, "#2a2656")]))
    c.path("M1150,720 L1310,720 L1480,1200 L980,1200Z", c.gradient([(0, "#fff0bd", 0.9), (0.5, "#ffc98a", 0.4), (1, "#ffb070", 0)]), c.blur(30))
    for _ in range(210):
        depth = c.rng.random() ** 1.4
        y = 728 + depth * 460
        near = abs(c.rng.gauss(0, 1))
        x = 1230 + near * c.rng.choice((-1, 1)) * (80 + 420 * depth)
        tone = mix("#fff0c0", "#e88a86", min(1, near * 0.55))
        c.rect(x, y, 22 + 110 * depth * c.rng.uniform(0.4, 1), 2.4 + 4.6 * depth, tone, 3, f'opacity="{max(0.12, 0.72 - 0.26 * near - 0.25 * depth):.2f}"')
    for _ in range(90):
        depth = c.rng.random()
        c.rect(
            c.rng.uniform(-60, 1800), 735 + depth * 460, 30 + 130 * depth, 2 + 4 * depth, c.rng.choice(("#3d2f66", "#8a5590", "#2c2858")), 3, 'opacity="0.35"'
        )
    for k in range(30):
        x = 30 + k * 60 + c.rng.uniform(-20, 20)
        c.rect(x, 726, 7, c.rng.uniform(24, 74), "#ffd98c", 3, f'opacity="0.3" {c.blur(3)}')
    things.boat(c, 1235, 812, 150, "#3b2546", "#c9614f")
    things.boat(c, 1560, 790, 90, "#4a2f55", "#d9785a")
    things.boat(c, 560, 868, 240, "#2b1d3d")
    c.circle(600, 838, 40, "#ffd27a", f'opacity="0.7" {c.blur(12)}')
    c.circle(600, 840, 7, "#fff3c4")
    fisher(c, 484, 862)
    embankment(c)
    c.vignette("#120b2a", 0.5)
    return c


def skyline(c, base, colour, scale, start):
    """Houses, towers and a pagoda along the far bank, with lit windows."""
    rng, x, n = c.rng, -30, start
    while x < 1830:
        n += 1
        w, h = rng.uniform(38, 84) * scale, rng.uniform(30, 96) * scale
        if n % 13 == 5:
            pagoda(c, x + 50 * scale, base, 190 * scale, colour)
            x += 110 * scale
            continue
        if n % 7 == 3:
            h *= 1.9
        c.rect(x, base - h, w + 1, h + 40, colour)
        if n % 3:
            c.path(f"M{num(x - 6)},{num(base - h)} L{num(x + w / 2)},{num(base - h - 22 * scale)} L{num(x + w + 6)},{num(base - h)}Z", colour)
        elif n % 2:
            c.line(f"M{num(x + w / 2)},{num(base - h)} v{num(-26 * scale)}", colour, 3)
        for i in range(int(w / 17)):
            for j in range(int(h / 22)):
                if rng.random() < 0.34:
                    c.rect(x + 7 + i * 16, base - h + 9 + j * 20, 6.5, 9, "#ffd47e", 1, f'opacity="{rng.uniform(0.5, 0.95):.2f}"')
        if n % 4 == 0:
            for k in range(5):
                c.circle(x + w + rng.uniform(-16, 16), base - rng.uniform(4, 40) * scale, rng.uniform(12, 22) * scale, colour)
        x += w + rng.uniform(-2, 14)


def pagoda(c, x, base, h, colour):
    for k in range(5):
        w, y = h * (0.52 - 0.075 * k), base - h * 0.2 * k
        c.rect(x - w * 0.34, y - h * 0.2, w * 0.68, h * 0.21, colour)
        c.path(
            f"M{num(x - w * 0.66)},{num(y - h * 0.12)} C{num(x - w * 0.4)},{num(y - h * 0.14)} {num(x - w * 0.3)},{num(y - h * 0.2)} {num(x)},{num(y - h * 0.22)} C{num(x + w * 0.3)},{num(y - h * 0.2)} {num(x + w * 0.4)},{num(y - h * 0.14)} {num(x + w * 0.66)},{num(y - h * 0.12)} L{num(x)},{num(y - h * 0.1)}Z",
            colour,
        )
        c.rect(x - h * 0.02, y - h * 0.08, h * 0.04, h * 0.06, "#ffd47e", 1)
    c.line(f"M{num(x)},{num(base - h)} v{num(-h * 0.16)}", colour, 3)


def bridge(c):
    """A long truss bridge on the left, its lamps lit."""
    c.rect(-20, 676, 900, 12, "#241b44")
    for k in range(6):
        x = -40 + k * 160
        c.line(f"M{x},676 Q{x + 80},{560} {x + 160},676", "#241b44", 8)
        for j in range(1, 6):
            px = x + 160 * j / 6
            py = 676 - 4 * 58 * (j / 6) * (1 - j / 6)
            c.line(f"M{px:.0f},{py:.0f} L{px:.0f},676", "#241b44", 3)
        c.rect(x + 150, 676, 20, 66, "#241b44")
        c.circle(x + 160, 664, 14, "#ffdf9a", f'opacity="0.6" {c.blur(5)}')
        c.circle(x + 160, 664, 3.6, "#fff5d2")


def fisher(c, x, y):
    """A man in a conical hat, rowing at the stern."""
    c.path(f"M{x - 16},{y + 2} C{x - 20},{y - 30} {x - 10},{y - 50} {x},{y - 54} C{x + 14},{y - 50} {x + 18},{y - 26} {x + 14},{y + 2}Z", "#22183a")
    c.circle(x + 1, y - 60, 11, "#22183a")
    c.path(f"M{x - 27},{y - 62} L{x + 2},{y - 86} L{x + 30},{y - 62} Q{x + 2},{y - 54} {x - 27},{y - 62}Z", "#3d2a44")
    c.line(f"M{x + 6},{y - 38} L{x - 34},{y - 22}", "#22183a", 8)
    c.line(f"M{x - 26},{y - 58} L{x - 66},{y + 34}", "#22183a", 5)


def embankment(c):
    """The near bank: a rail, grass and a leaning tree with lanterns in the dark."""
    c.path("M-20,1080 C240,1040 500,1090 760,1120 C900,1136 1100,1170 1300,1210 L-20,1210Z", c.gradient([(0, "#2a1f45"), (1, "#150f2c")]))
    for k in range(9):
        x, y = 30 + k * 128, 1062 + k * 14 + (k % 2) * 4
        c.line(f"M{x},{y} v-92", "#1a1334", 9)
        c.circle(x, y - 96, 8, "#1a1334")
    c.line("M-20,988 C300,1010 700,1062 1090,1100", "#1a1334", 7)
    c.line("M-20,1024 C300,1046 700,1096 1090,1134", "#1a1334", 5)
    c.line("M40,1110 C60,820 20,560 120,240 C150,120 90,20 60,-40", "#1b1230", 46)
    c.line("M112,300 C240,210 380,190 560,120", "#1b1230", 16)
    c.line("M96,420 C190,380 260,390 330,350", "#1b1230", 11)
    for _ in range(150):
        t = c.rng.random()
        x, y = 40 + t * 640 + c.rng.uniform(-60, 60), 150 - t * 80 + c.rng.gauss(0, 52)
        things.leaf(c, x, y, c.rng.uniform(34, 62), c.rng.uniform(0, 360), c.rng.choice(("#1b1230", "#251a40", "#33234c")), 0.34)
    for x, y, r, colour in ((300, 330, 34, "#f08a3c"), (420, 270, 28, "#ef6a4a"), (545, 250, 24, "#f6a94a")):
        things.lantern(c, x, y, r, colour, 130)


def group():
    """The eight on the steps of the old trading house, from left: Luzhin, Chau, Huy, Ha, Galeev, Koltsova, Vongsa, Marchetti."""
    c = Canvas(1800, 1200, 73)
    c.wash(c.gradient([(0, "#8fc7e6"), (0.5, "#d4ecf2"), (1, "#f6f0dc")]))
    for x, y, w in ((240, 110, 300), (1500, 80, 360), (1180, 170, 200)):
        for dx, dy, r in ((-0.3, 0.05, 0.13), (-0.1, -0.05, 0.19), (0.12, -0.02, 0.17), (0.32, 0.06, 0.11)):
            c.ellipse(x + dx * w, y + dy * w, r * w, r * w * 0.66, "#ffffff", 'opacity="0.9"')
        c.rect(x - w * 0.42, y + w * 0.04, w * 0.84, w * 0.11, "#ffffff", 20, 'opacity="0.9"')
    trading_house(c)
    things.tree(c, 60, 930, 860, "#5f9d5c", "#6b5140")
    things.tree(c, 1752, 930, 900, "#4f8f5c", "#6b5140")
    steps = ((820, "#efe4cc"), (900, "#e4d6b8"), (990, "#d8c8a6"))
    for k, (y, colour) in enumerate(steps):
        c.rect(120 - k * 70, y, 1560 + k * 140, 110, c.gradient([(0, lighter(colour, 0.3)), (0.2, colour), (1, darker(colour, 0.14))]))
    c.rect(0, 1076, 1800, 124, c.gradient([(0, "#cdbb96"), (1, "#a8946f")]))
    for k in range(24):
        c.line(f"M{900 + (k - 12) * 110},1076 L{900 + (k - 12) * 190},1200", "#97845f", 2, 'opacity="0.5"')
    cast = (LUZHIN, CHAU, HUY, HA, GALEEV, KOLTSOVA, VONGSA, MARCHETTI)
    turns = (0.35, 0.1, 0.15, -0.1, 0.1, -0.15, -0.1, -0.4)
    front = dict(legs=True)
    for k in (0, 2, 4, 6, 1, 3, 5, 7):
        back = k % 2 == 0
        x = 270 + k * 180
        y, scale = (392, 1.0) if back else (446, 1.0)
        foot = y + 622 * scale
        c.shadow(x + 20, foot, 92, 15, 0.42, 8, "#4a3a22")
        pose = Pose(turn=turns[k], tilt=(2, -2, 0, 1, -1, 2, 0, -2)[k], **front)
        if not back:
            pose.left, pose.right = ((-70, 118), (-18, 182)), ((70, 118), (20, 186))
            pose.left_hand, pose.right_hand = ("flat", 14), ("flat", 166)
        if cast[k] is CHAU:
            pose.held = {"left": things.notebook}
            pose.left, pose.left_hand = ((-70, 116), (-30, 158)), ("fist", 0)
        person(c, cast[k], pose, x, y, scale, bottom=600)
        if cast[k] is LUZHIN:
            things.strap_camera(c, x, y, scale)
    for x, w in ((90, 300), (1710, 300)):
        c.rect(x - 110, 1096, 220, 120, c.cloth("#c46a4a"), 8)
        things.bouquet(c, x, 1112, w, ["#f7c948", "#fff3d6", "#f08a5d", "#e9628a"], "#3f7a4c")
    c.path("M-200,-60 L500,-60 L1500,1260 L300,1260Z", "#fff6d4", f'style="mix-blend-mode:soft-light" opacity="0.55" {c.blur(70)}')
    c.vignette("#1d2a3a", 0.26)
    return c


def trading_house(c):
    """A yellow house of two floors with green shutters and a tiled roof."""
    c.path("M200,250 L1600,250 L1480,130 L320,130Z", c.gradient([(0, "#b5573d"), (1, "#8f3f30")]))
    for k in range(46):
        x = 210 + k * 30.6
        c.line(f"M{x:.0f},250 L{900 + (x - 900) * 0.83:.0f},130", "#7d3529", 2.4, 'opacity="0.5"')
    c.rect(176, 244, 1448, 26, "#f7efd9")
    c.rect(210, 270, 1380, 560, c.gradient([(0, "#f3cf7c"), (0.6, "#edbf62"), (1, "#d79f4a")]))
    c.rect(210, 270, 1380, 34, "#8a5a24", 0, f'opacity="0.28" {c.blur(8)}')
    c.rect(190, 520, 1420, 24, "#f7efd9")
    c.rect(190, 544, 1420, 10, "#b98a3c", 0, 'opacity="0.5"')
    for k in range(9):
        x = 236 + k * 154
        c.rect(x - 17, 304, 20, 216, "#f7efd9", 0, 'opacity="0.85"')
        if k == 8:
            break
        c.path(f"M{x + 28},520 L{x + 28},368 A44,36 0 0 1 {x + 116},368 L{x + 116},520Z", "#5a7d86")
        c.path(f"M{x + 28},520 L{x + 28},368 A44,36 0 0 1 {x + 116},368 L{x + 116},400 L{x + 40},520Z", "#a9cdd2", 'opacity="0.6"')
        for side in (14, 118):
            c.rect(x + side, 366, 26 if side < 100 else 26, 154, c.cloth("#3f7d5e"), 2)
            for j in range(11):
                c.line(f"M{x + side + 5},{378 + j * 13} h16", "#2b5a44", 2.4, 'opacity="0.7"')
    for k in range(5):
        x = 250 + k * 272
        arch = f"M{x},830 L{x},660 A106,84 0 0 1 {x + 212},660 L{x + 212},830Z"
        c.path(arch, c.gradient([(0, "#4b3a34"), (1, "#7a5a40")]))
        c.ellipse(x + 106, 690, 70, 60, "#ffcf86", f'opacity="0.35" {c.blur(20)}')
        c.line(arch, "#f7efd9", 15)
        things.lantern(c, x + 106, 640, 21, "#e9683f", 46)


def interview():
    """Chau asks Luzhin about his pictures on the embankment in the morning mist; an upright picture."""
    c = Canvas(1200, 1800, 89)
    c.wash(c.gradient([(0, "#8fb9b6"), (0.3, "#c9dcc9"), (0.48, "#f9e6c4"), (0.56, "#fbd3a6"), (1, "#e9b48f")]))
    c.circle(640, 640, 520, c.glow([(0, "#fffbe6", 1), (0.25, "#fff0c8", 0.7), (1, "#fff0c8", 0)]))
    c.circle(640, 622, 92, "#fffdf0")
    for base, height, tone, seed in ((880, 190, "#c4cfc0", 0.4), (920, 140, "#a3bdb6", 1.9), (956, 90, "#7fa5a4", 3.1)):
        points = [(-60, base)] + [(x, base - height * (0.35 + 0.65 * abs(math.sin(x * 0.0042 + seed)))) for x in range(0, 1261, 84)] + [(1290, base)]
        c.path(curve(points) + " L1290,1010 L-60,1010Z", tone)
        c.rect(-20, base - 40, 1240, 70, "#fff2d8", 30, f'opacity="0.45" {c.blur(20)}')
    c.rect(0, 960, 1200, 500, c.gradient([(0, "#fbe3bd"), (0.3, "#b9cdbd"), (1, "#5f9698")]))
    for _ in range(120):
        depth = c.rng.random()
        near = abs(c.rng.gauss(0, 1))
        x = 640 + near * c.rng.choice((-1, 1)) * (70 + 240 * depth)
        c.rect(
            x, 966 + depth * 460, 20 + 80 * depth, 2.5 + 4 * depth, "#fffbea" if near < 0.9 else "#4f8a90", 3, f'opacity="{max(0.12, 0.8 - 0.4 * near):.2f}"'
        )
    things.boat(c, 128, 1016, 170, "#54605f", "#d98a5c")
    things.boat(c, 1130, 1000, 100, "#6d7f7b", "#e0a377")
    things.boat(c, 590, 1000, 90, "#6d7f7b")
    c.rect(-20, 980, 1240, 60, "#fff5e0", 30, f'opacity="0.4" {c.blur(18)}')
    c.rect(0, 1440, 1200, 360, c.gradient([(0, "#b98a6c"), (1, "#6d4a48")]))
    for k in range(9):
        x = 20 + k * 148
        c.rect(x - 11, 1226, 22, 260, c.cloth("#3d5a5c"), 4)
        c.circle(x, 1220, 18, c.cloth("#456669"))
    for y, h in ((1250, 20), (1340, 12), (1420, 12)):
        c.rect(-10, y, 1220, h, c.cloth("#3d5a5c"), 4)
    canopy(c)
    scale = 2.42
    chau, luzhin = (356, 860), (842, 838)
    ask = Pose(
        turn=0.85,
        tilt=3,
        legs=True,
        right=((92, 96), (104, 22)),
        left=((-70, 116), (-30, 158)),
        right_hand=("fist", -6),
        left_hand=("fist", 0),
        held={"right": things.hand_microphone, "left": things.notebook},
    )
    tell = Pose(
        turn=-0.85, tilt=-2, talk=True, legs=True, left=((-98, 112), (-54, 176)), right=((94, 112), (112, 62)), left_hand=("flat", 20), right_hand=("open", -64)
    )
    person(c, LUZHIN, tell, *luzhin, scale, bottom=600)
    things.strap_camera(c, *luzhin, scale)
    person(c, CHAU, ask, *chau, scale, bottom=600)
    c.rect(-40, 1600, 1280, 240, "#f7d9b0", 0, f'opacity="0.18" {c.blur(40)}')
    c.path("M360,300 L920,300 L1500,1900 L-300,1900Z", "#fff3cf", f'style="mix-blend-mode:soft-light" opacity="0.5" {c.blur(60)}')
    c.vignette("#23303a", 0.36)
    return c


def canopy(c):
    """Branches with leaves and lanterns over the upper edge of the upright picture."""
    c.line("M1220,120 C960,150 760,90 520,150 C400,180 320,170 240,210", "#5d4a44", 24)
    c.line("M900,122 C820,200 760,210 700,260", "#5d4a44", 12)
    for k in range(330):
        t = c.rng.random()
        x, y = 1240 - t * 1120 + c.rng.uniform(-50, 50), 60 + 110 * t + c.rng.gauss(0, 78) - 50 * (1 - t)
        tone = c.rng.choice(("#33605a", "#47786a", "#5f9178", "#86ab7f", "#2a4f50"))
        things.leaf(c, x, y, c.rng.uniform(44, 84), c.rng.uniform(20, 160), tone, 0.3)
    for x, y, r, colour in ((250, 380, 44, "#e9683f"), (420, 318, 36, "#f0993f"), (948, 372, 40, "#e9683f"), (1090, 322, 34, "#f0b04a")):
        things.lantern(c, x, y, r, colour, 250)
