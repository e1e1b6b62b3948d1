"""The pictures of the sample story under a roof, one function each."""

import things
from canvas import Canvas, curve, darker, mix, num
from cast import CHAU, GALEEV, HA, HUY, KOLTSOVA, MARCHETTI, VONGSA
from people import Pose, arms, person, seen_from_behind


def panel():
    """From left: Huy, Ha and Koltsova at the table of the opening panel."""
    c = Canvas(1800, 1200, 11)
    c.wash(c.gradient([(0, "#f0cf9d"), (0.5, "#f6e1bd"), (1, "#dfa878")]))
    c.ellipse(900, 470, 720, 560, c.glow([(0, "#fff8e2", 0.95), (0.6, "#fdeecb", 0.5), (1, "#fdeecb", 0)]))
    for x in range(60, 1800, 240):
        c.line(f"M{x},0 L{x},900", "#d59f6c", 3, 'opacity="0.25"')
    for k, (r, colour) in enumerate(((430, "#e9b985"), (385, "#f0c998"), (335, "#2f7f83"), (300, "#2a6f79"))):
        c.circle(900, 430, r, colour, 'opacity="0.9"')
    disc = "M600,430 a300,300 0 1 0 600,0 a300,300 0 1 0 -600,0Z"
    with c.group("", c.clip(disc)):
        for k in range(7):
            y = 300 + k * 62
            c.path(
                curve([(560, y + 30), (700, y - 26), (860, y + 22), (1010, y - 20), (1240, y + 16)]) + " L1240,760 L560,760Z",
                mix("#3d9794", "#f2c98f", k / 6),
                'opacity="0.85"',
            )
    things.curtain(c, -20, 0, 250, 1200, "#1f5a66", 5)
    things.curtain(c, 1570, 0, 250, 1200, "#1f5a66", 5)
    for x, flip in ((330, -1), (1470, 1)):
        things.pot_plant(c, x, 850, 560, "#3d7a58", "#a85c3f")
    seats = ((430, 548, HUY), (900, 528, HA), (1370, 548, KOLTSOVA))
    poses = (
        Pose(turn=0.55, tilt=3, left=((-94, 116), (-30, 134)), right=((94, 118), (22, 138)), left_hand=("flat", 6), right_hand=("flat", 178)),
        Pose(turn=0.25, tilt=-2, talk=True, left=((-80, 116), (-44, 142)), right=((84, 118), (112, 62)), left_hand=("flat", 6), right_hand=("open", -62)),
        Pose(
            turn=-0.6,
            tilt=-3,
            left=((-82, 116), (-40, 134)),
            right=((84, 118), (46, 134)),
            left_hand=("flat", 8),
            right_hand=("fist", 186),
            held={"right": things.pen},
        ),
    )
    for x, y, look in seats:
        c.rect(x - 150, 470, 300, 420, c.gradient([(0, "#7b4a33"), (1, "#51301f")]), 60)
        c.rect(x - 126, 494, 252, 396, c.gradient([(0, "#935a3d"), (1, "#6c4029")]), 46)
    for (x, y, look), pose in zip(seats, poses):
        person(c, look, pose, x, y, 2.0, bottom=150, with_arms=False)
    things.table(c, 60, 880, 1680, 340, "#20606b", 86)
    for (x, y, look), pose in zip(seats, poses):
        c.shadow(x, 818, 190, 14, 0.35, 8)
        things.papers(c, x + 4, 846, 210)
        arms(c, look, pose, x, y, 2.0)
    for x, lean in ((640, -40), (1062, -34), (1160, 40)):
        things.gooseneck(c, x, 850, 190, lean)
    for x in (252, 700, 1560):
        things.glass(c, x, 862, 84)
    for x in (430, 900, 1370):
        things.plate(c, x, 886, 168)
    things.bouquet(c, 900, 1190, 620, ["#f6a6a0", "#fbe0c4", "#e8604c", "#fff3dc", "#f2b84b"], "#3f7a52")
    things.bouquet(c, 300, 1206, 330, ["#fbe0c4", "#f2b84b", "#fff3dc"], "#3f7a52")
    things.bouquet(c, 1500, 1206, 330, ["#fbe0c4", "#f2b84b", "#fff3dc"], "#3f7a52")
    c.path("M-100,-40 L420,-40 L1300,1240 L500,1240Z", "#fff4d4", f'style="mix-blend-mode:soft-light" opacity="0.5" {c.blur(60)}')
    c.vignette("#2b1420", 0.42)
    return c


def podium():
    """Marchetti at the podium beside a screen with a river map."""
    c = Canvas(1800, 1200, 5)
    c.wash(c.gradient([(0, "#1b1f4b"), (0.55, "#2f3577"), (1, "#1a1a40")]))
    for k in range(13):
        c.rect(k * 150 - 30, 0, 74, 960, "#3d4591", 0, 'opacity="0.22"')
    c.rect(0, 930, 1800, 270, c.gradient([(0, "#5b3a5c"), (1, "#2a1d3d")]))
    c.ellipse(1350, 960, 420, 60, "#f4b978", f'opacity="0.32" {c.blur(24)}')
    c.shadow(600, 470, 520, 380, 0.55, 30, "#0c0d2c")
    c.rect(104, 104, 992, 672, "#10112f", 16)
    c.rect(120, 120, 960, 640, c.gradient([(0, "#f7ead0"), (1, "#f2d3ae")], 0, 0, 1, 1), 6)
    with c.group("", c.clip("M120,120 h960 v640 h-960Z")):
        for k, (y, colour) in enumerate(((250, "#e9d6a8"), (380, "#dfcf98"), (520, "#d2c98c"))):
            c.path(curve([(100, y + 60), (320, y - 30), (560, y + 40), (820, y - 46), (1100, y + 30)]) + " L1100,800 L100,800Z", colour, 'opacity="0.65"')
        c.path(curve([(820, 640), (900, 560), (1010, 520), (1100, 440)]) + " L1100,780 L760,780Z", "#7fc0cb", 'opacity="0.8"')
        course = [(90, 190), (240, 250), (330, 330), (480, 310), (590, 400), (690, 470), (800, 480), (890, 590)]
        c.line(curve(course), "#2f8fa6", 26)
        c.line(curve(course), "#56b3c0", 12)
        for branch in ([(690, 470), (760, 560), (790, 690)], [(740, 476), (840, 430), (1010, 440)], [(330, 330), (290, 440), (180, 520)]):
            c.line(curve(branch), "#2f8fa6", 14)
            c.line(curve(branch), "#56b3c0", 6)
        for x, y in ((330, 330), (590, 400), (800, 480)):
            c.circle(x, y, 19, "#ffffff")
            c.circle(x, y, 13, "#d8493f")
        c.rect(160, 560, 360, 164, "#fffaf0", 12, 'opacity="0.92"')
        flood = [(180, 690), (230, 676), (280, 682), (326, 616), (364, 588), (410, 634), (456, 668), (500, 676)]
        c.path(curve(flood) + " L500,706 L180,706Z", "#d8493f", 'opacity="0.16"')
        c.line(curve(flood), "#d8493f", 7)
        c.line("M180,640 L500,640", "#2b3a67", 3, 'stroke-dasharray="4 12"')
    c.path("M1180,-60 L1560,-60 L1790,1000 L1000,1000Z", c.gradient([(0, "#ffe7b8", 0.42), (1, "#ffd9a0", 0.03)]), c.blur(26))
    pose = Pose(turn=-0.45, tilt=-3, talk=True, left=((-118, 104), (-168, 34)), right=((82, 118), (60, 150)), left_hand=("open", 205), right_hand=("flat", 170))
    person(c, MARCHETTI, pose, 1370, 452, 1.98, bottom=250)
    c.shadow(1370, 1130, 300, 26, 0.6, 16)
    c.path("M1130,760 L1610,760 L1570,1140 L1170,1140Z", c.gradient([(0, "#a9683f"), (0.5, "#8c4f30"), (1, "#5c3026")], 0, 0, 1, 1))
    for k in range(4):
        c.line(f"M{1215 + k * 108},790 L{1225 + k * 98},1130", "#5c3026", 3, 'opacity="0.4"')
    c.path("M1100,730 L1640,730 L1614,774 L1126,774Z", c.gradient([(0, "#d39a64"), (1, "#a9683f")]))
    c.path("M1120,706 L1620,706 L1640,732 L1100,732Z", "#e0b07a")
    things.papers(c, 1360, 730, 210)
    things.wave_emblem(c, 1370, 930, 96, ["#f6e3bd", "#2f8fa6", "#1d6480"])
    things.gooseneck(c, 1206, 726, 170, 42)
    things.gooseneck(c, 1530, 726, 170, -42)
    things.bouquet(c, 1370, 1188, 640, ["#f7c6d0", "#fff1e0", "#e56b6f", "#f6d27a"], "#3a6b55")
    for k, (x, y, r, turn) in enumerate(((70, 1120, 1.25, 0.5), (330, 1160, 1.4, 0.3), (610, 1130, 1.3, 0.4), (880, 1190, 1.4, 0.2))):
        seen_from_behind(
            c,
            x,
            y,
            r,
            ("#17142f", "#201a38", "#1a1734", "#241c3b")[k],
            ("#171432", "#1d193a", "#14122c", "#1b1736")[k],
            "#5b4566",
            "short" if k % 2 else "bob",
            "#f2b07c",
        )
    c.vignette("#0b0a22", 0.5, 0.62, 0.45)
    return c


def hall():
    """The hall from the back row, the panel far away on the stage."""
    c = Canvas(1800, 1200, 23)
    c.wash(c.gradient([(0, "#123a44"), (0.6, "#1d5560"), (1, "#0f2b36")]))
    c.path("M0,0 L1800,0 L1420,120 L380,120Z", c.gradient([(0, "#0d2a34"), (1, "#17434d")]))
    for k in range(5):
        x = 520 + k * 190
        c.ellipse(x, 70, 44, 9, "#fff0c9", 'opacity="0.95"')
        c.ellipse(x, 74, 120, 40, "#ffdf9f", f'opacity="0.35" {c.blur(16)}')
    c.path("M380,120 L1420,120 L1420,600 L380,600Z", c.gradient([(0, "#24646d"), (1, "#2f7a80")]))
    c.path("M0,0 L380,120 L380,640 L0,860Z", c.gradient([(0, "#1a4c57"), (1, "#12363f")], 1, 0, 0, 0))
    c.path("M1800,0 L1420,120 L1420,640 L1800,860Z", c.gradient([(0, "#1a4c57"), (1, "#0d2a33")], 0, 0, 1, 0))
    for k, (x0, x1) in enumerate(((24, 104), (150, 216), (256, 310), (340, 372))):
        slope = lambda x: (60 + x * 0.22, 770 - x * 0.58)
        (t0, b0), (t1, b1) = slope(x0), slope(x1)
        c.path(
            f"M{x0},{b0:.0f} L{x0},{t0 + 40:.0f} Q{(x0 + x1) / 2:.0f},{t0 - 20:.0f} {x1},{t1 + 36:.0f} L{x1},{b1:.0f}Z",
            c.gradient([(0, "#fff3cf"), (0.6, "#ffdc9a"), (1, "#f3b978")]),
        )
        mx = (x0 + x1) / 2
        c.line(f"M{mx:.0f},{t0 + 8:.0f} L{mx:.0f},{(b0 + b1) / 2:.0f}", "#b0794b", 5)
        for share in (0.35, 0.65):
            c.line(f"M{x0},{t0 + (b0 - t0) * share:.0f} L{x1},{t1 + (b1 - t1) * share:.0f}", "#b0794b", 4)
    c.rect(380, 520, 1040, 120, c.gradient([(0, "#c98a5a"), (1, "#7d4b39")]))
    c.rect(380, 516, 1040, 8, "#e7b27d")
    things.curtain(c, 380, 120, 120, 400, "#8c3b3b", 4)
    things.curtain(c, 1300, 120, 120, 400, "#8c3b3b", 4)
    c.rect(600, 160, 600, 236, "#102830", 8)
    c.rect(608, 168, 584, 220, c.gradient([(0, "#f6e6c4"), (1, "#eac58f")], 0, 0, 1, 1), 4)
    with c.group("", c.clip("M608,168 h584 v220 h-584Z")):
        for k, colour in enumerate(("#8cc5c0", "#4f9fa3", "#2c7783")):
            y = 262 + k * 40
            c.path(curve([(590, y + 16), (720, y - 20), (880, y + 20), (1040, y - 16), (1210, y + 14)]) + " L1210,400 L590,400Z", colour)
        c.circle(1040, 240, 34, "#e9785a")
    seats = ((750, HUY), (900, HA), (1050, KOLTSOVA))
    with c.group("", c.clip("M600,300 h600 v220 h-600Z")):
        for x, look in seats:
            person(c, look, Pose(), x, 448, 0.5, bottom=285)
    for k, (x, y) in enumerate(((1480, 330), (1580, 306), (1716, 274))):
        size = 1 + 0.4 * k
        c.circle(x, y, 90 * size, "#ffcf86", f'opacity="0.3" {c.blur(26)}')
        c.path(
            f"M{x - 13 * size},{y - 26 * size} L{x + 13 * size},{y - 26 * size} L{x + 7 * size},{y + 26 * size} L{x - 7 * size},{y + 26 * size}Z",
            c.gradient([(0, "#fff0c4"), (1, "#f3b566")]),
        )
    c.rect(660, 494, 480, 66, c.gradient([(0, "#2f7b86"), (1, "#164a55")]))
    c.rect(654, 488, 492, 10, "#5aa5a8", 3)
    for x in (820, 975):
        things.gooseneck(c, x, 490, 44, 8)
    things.bouquet(c, 900, 576, 240, ["#f6a6a0", "#fff1dd", "#f2b84b"], "#3f7a52")
    note = Pose(
        legs=True,
        left=((-72, 110), (-22, 128)),
        right=((72, 110), (34, 120)),
        left_hand=("fist", 0),
        right_hand=("fist", 190),
        held={"left": things.notebook},
        down=0.4,
        turn=0.3,
    )
    person(c, CHAU, note, 545, 446, 0.5, bottom=285)
    c.path("M-40,120 L330,60 L1700,1240 L420,1240Z", "#ffe2a6", f'style="mix-blend-mode:soft-light" opacity="0.75" {c.blur(40)}')
    hair = ("#2a2025", "#3a2a2a", "#6a4732", "#241d22", "#9a959c", "#b0713f", "#3d3036", "#7c5a44")
    tops = ("#3f7186", "#c2604f", "#e0c391", "#6d9a78", "#3b5583", "#d08a58", "#efe4cf", "#7d5f8a")
    skins = ("#dfae86", "#e9c0a0", "#c89268", "#e6b892")
    styles = ("short", "long", "bob", "short", "bun", "short", "tail")
    n = 0
    for row, (y, scale, count) in enumerate(((668, 0.5, 12), (752, 0.7, 9), (870, 1.0, 7), (1050, 1.45, 5))):
        spread = 1800 / count
        shade = 0.34 - 0.03 * row
        for k in range(count):
            n += 1
            x = spread * (k + 0.5) + spread * (0.24 if row % 2 else -0.12) + c.rng.uniform(-12, 12)
            i = (n * 5 + row * 3) % 8
            up = y + c.rng.uniform(-12, 12) * scale
            seen_from_behind(
                c,
                x,
                up,
                scale,
                darker(hair[i], shade * 0.6),
                darker(tops[(n * 3 + row) % 8], shade),
                darker(skins[n % 4], shade * 0.7),
                styles[(n + row) % 7],
                "#ffd79a",
                -1,
            )
            things.chair_back(c, x, up, scale, mix("#a8503f", "#16202e", 0.18 + 0.1 * row))
    c.vignette("#061318", 0.55, 0.5, 0.42)
    return c


def signing():
    """Ha and Koltsova sign; Huy, Marchetti, Galeev and Vongsa look on."""
    c = Canvas(1800, 1200, 31)
    c.wash(c.gradient([(0, "#cfdcc0"), (1, "#a9c2a2")]))
    for k in range(5):
        x = 40 + k * 360
        arch = f"M{x},780 L{x},300 A140,140 0 0 1 {x + 280},300 L{x + 280},780Z"
        c.path(arch, c.gradient([(0, "#eef6e4"), (0.5, "#d8edda"), (1, "#b9dcc4")]))
        with c.group("", c.clip(arch)):
            c.circle(x + 200, 260, 150, "#fffbe0", f'opacity="0.8" {c.blur(30)}')
            things.tree(c, x + 60 + 40 * (k % 2), 800, 560, "#6fa572", "#7a6a50")
            things.tree(c, x + 250, 820, 420, "#88b87c", "#7a6a50")
            c.rect(x, 640, 280, 160, "#7fb083", 0, 'opacity="0.7"')
        c.line(f"M{x + 140},162 L{x + 140},780 M{x},300 L{x + 280},300 M{x},540 L{x + 280},540", "#f7f4e6", 9)
        c.line(arch, "#f7f4e6", 16)
        c.line(arch, "#93ad8c", 3)
    c.rect(0, 770, 1800, 430, c.gradient([(0, "#8fae8a"), (1, "#4f7560")]))
    c.rect(0, 764, 1800, 18, "#f7f4e6")
    things.bunting(c, -40, 920, 30, 74, ["#e9b95c", "#d9705a", "#f6efdc", "#3f8f8a"])
    things.bunting(c, 880, 1840, 30, 74, ["#3f8f8a", "#f6efdc", "#d9705a", "#e9b95c"])
    things.pot_plant(c, 110, 1010, 700, "#3f7a58", "#e9e0cb")
    things.pot_plant(c, 1700, 1010, 640, "#3f7a58", "#e9e0cb")
    clap = dict(left=((-84, 104), (-14, 100)), right=((86, 106), (22, 96)), left_hand=("flat", -52), right_hand=("flat", 232))
    behind = (
        (380, 430, HUY, Pose(turn=0.5, down=0.25, tilt=3, **clap)),
        (735, 452, MARCHETTI, Pose(turn=-0.3, down=0.3)),
        (1075, 428, VONGSA, Pose(turn=0.35, down=0.3, **clap)),
        (1440, 424, GALEEV, Pose(turn=-0.55, down=0.25, tilt=-3, **clap)),
    )
    for x, y, look, pose in behind:
        person(c, look, pose, x, y, 1.62, bottom=290)
    c.wash("#e9f2dc", 'opacity="0.12"')
    seats = (
        (
            590,
            640,
            HA,
            Pose(
                turn=0.35,
                down=0.9,
                tilt=4,
                left=((-84, 108), (-36, 134)),
                right=((84, 110), (26, 132)),
                left_hand=("flat", 14),
                right_hand=("fist", 188),
                held={"right": things.pen},
            ),
        ),
        (
            1230,
            652,
            KOLTSOVA,
            Pose(
                turn=-0.3,
                down=0.9,
                tilt=-4,
                left=((-84, 108), (-40, 134)),
                right=((84, 110), (30, 132)),
                left_hand=("flat", 14),
                right_hand=("fist", 186),
                held={"right": things.pen},
            ),
        ),
    )
    for x, y, look, pose in seats:
        c.rect(x - 150, y - 60, 300, 400, c.gradient([(0, "#6a4531"), (1, "#432a22")]), 50)
        person(c, look, pose, x, y, 2.0, bottom=160, with_arms=False)
    things.table(c, 110, 990, 1580, 240, "#2f5c46", 104)
    for x, y, look, pose in seats:
        c.shadow(x, 906, 200, 16, 0.4, 8)
        with c.group(f"translate({x} 962)"):
            c.path("M-190,0 L-160,-62 L166,-62 L196,0Z", "#7c2f3a" if look is HA else "#1f4f6b")
            c.path("M-176,-5 L-148,-58 L0,-58 L2,-5Z M6,-5 L4,-58 L152,-58 L180,-5Z", "#fffaf0")
            for k in range(4):
                c.line(f"M{-150 + k * 6},{-16 - k * 10} L{-24},{-16 - k * 10} M{24},{-16 - k * 10} L{150 - k * 6},{-16 - k * 10}", "#c9c1b0", 2)
        arms(c, look, pose, x, y, 2.0)
    for x, lean in ((330, 34), (1490, -34)):
        things.gooseneck(c, x, 960, 170, lean)
    with c.group("translate(910 972)"):
        c.path("M-52,-92 C-74,-50 -58,0 -34,0 L34,0 C58,0 74,-50 52,-92Z", c.cloth("#eef1e6"))
        for k, (x, y, turn) in enumerate(((-70, -150, -40), (60, -170, 30), (-10, -210, 0), (90, -110, 60), (-100, -100, -60))):
            c.line(f"M0,-84 Q{x * 0.4},{y * 0.7} {x},{y}", "#4d7d55", 5)
            things.lotus(c, x, y, 58, "#ee8fa8" if k % 2 == 0 else "#f6c3cc")
        for angle in (-160, -20, -130):
            things.leaf(c, 0, -84, 110, angle, "#4a8058", 0.3)
    c.path("M1900,-60 L1300,-60 L300,1260 L1300,1260Z", "#fff6d0", f'style="mix-blend-mode:soft-light" opacity="0.32" {c.blur(60)}')
    c.vignette("#0f2a20", 0.4)
    return c


def flag():
    """Huy hands the flag of the meeting to Galeev."""
    c = Canvas(1800, 1200, 47)
    c.wash("#7c1f2c")
    things.curtain(c, 0, -10, 1800, 1030, "#9a2b36", 17)
    c.ellipse(900, 420, 820, 560, c.glow([(0, "#ffcf8f", 0.62), (0.6, "#f08a55", 0.2), (1, "#f08a55", 0)]))
    c.path(
        "M0,-10 L1800,-10 L1800,70 " + " ".join(f"Q{1800 - k * 150 - 75},{190 if k % 2 else 170} {1800 - (k + 1) * 150},70" for k in range(12)) + "Z",
        c.gradient([(0, "#6e1524"), (1, "#b03a3f")]),
    )
    c.line("M1800,70 " + " ".join(f"Q{1800 - k * 150 - 75},{190 if k % 2 else 170} {1800 - (k + 1) * 150},70" for k in range(12)), "#e9b45f", 7)
    c.rect(0, 1000, 1800, 200, c.gradient([(0, "#b9733f"), (1, "#5c2a25")]))
    for k in range(-6, 20):
        c.line(f"M{900 + (k - 6) * 110},1000 L{900 + (k - 6) * 220},1200", "#6d3528", 3, 'opacity="0.5"')
    for x in (150, 1650):
        c.path(f"M{x - 60},1120 L{x - 46},900 L{x + 46},900 L{x + 60},1120Z", c.cloth("#e7d3ad"))
        c.rect(x - 70, 884, 140, 24, c.cloth("#f2e2c0"), 6)
        things.bouquet(c, x, 912, 330, ["#f9d7a0", "#fff3df", "#f08f6a", "#f3b34c"], "#44704e", low=False)
    c.shadow(900, 1180, 700, 40, 0.5, 20)
    pole_top, pole_foot = (936, 96), (868, 1180)
    hold = lambda y: pole_foot[0] + (pole_foot[1] - y) / (pole_foot[1] - pole_top[1]) * (pole_top[0] - pole_foot[0])
    flag_cloth(c, pole_top)
    scale, left, right = 1.78, (560, 436), (1260, 420)
    unit = lambda who, y, dx: ((hold(y) + dx - who[0]) / scale, (y - who[1]) / scale)
    huy = Pose(
        turn=0.8, tilt=2, legs=True, left=((-74, 116), (-58, 206)), right=((108, 92), unit(left, 640, -40)), right_hand=("fist", -8), left_hand=("hang", 80)
    )
    galeev = Pose(
        turn=-0.8, tilt=-2, legs=True, left=((-112, 100), unit(right, 720, 46)), right=((78, 118), (66, 204)), left_hand=("fist", 188), right_hand=("hang", 98)
    )
    person(c, HUY, huy, *left, scale, bottom=290)
    person(c, GALEEV, galeev, *right, scale, bottom=290)
    c.line(f"M{pole_top[0]},{pole_top[1]} L{pole_foot[0]},{pole_foot[1]}", "#5b3423", 17)
    c.line(f"M{pole_top[0] - 4},{pole_top[1]} L{pole_foot[0] - 4},{pole_foot[1]}", "#c08a4f", 5)
    c.path(f"M{pole_top[0] - 2},{pole_top[1] - 70} l24,48 l-22,26 l-22,-26Z", c.cloth("#f0c25e"))
    for who, look, y, dx, angle in ((left, HUY, 640, -40, -8), (right, GALEEV, 720, 46, 188)):
        fingers(c, look, (hold(y), y), scale, angle)
    c.path("M700,-60 L1100,-60 L1500,1260 L300,1260Z", "#ffe6b0", f'style="mix-blend-mode:soft-light" opacity="0.3" {c.blur(50)}')
    c.vignette("#2a0714", 0.55)
    return c


def fingers(c, look, at, scale, angle):
    """Fingers closed round a pole, over it."""
    with c.group(f"translate({num(at[0])} {num(at[1])}) scale({scale}) rotate({8 if angle < 90 else -4})"):
        for k in range(4):
            c.rect(-13, -18 + k * 9, 26, 9.4, mix(look.skin, "#7a3b2e", 0.06 + 0.05 * k), 4.6)


def flag_cloth(c, top):
    """A flag hanging in folds from the pole's top, in the colours of the meeting."""
    x, y = top
    cloth = (
        f"M{x},{y + 6} C{x + 90},{y - 26} {x + 150},{y + 60} {x + 226},{y + 44} C{x + 252},{y + 150} {x + 196},{y + 220} {x + 214},{y + 300} "
        f"C{x + 222},{y + 350} {x + 190},{y + 380} {x + 196},{y + 436} C{x + 150},{y + 396} {x + 110},{y + 462} {x + 66},{y + 424} C{x + 30},{y + 400} {x + 4},{y + 420} {x - 24},{y + 372}Z"
    )
    c.shadow(x + 110, y + 250, 110, 190, 0.35, 20)
    c.path(cloth, "#14707a")
    with c.group("", c.clip(cloth)):
        c.path(f"M{x - 40},{y + 250} C{x + 60},{y + 210} {x + 110},{y + 330} {x + 260},{y + 270} L{x + 260},{y + 480} L{x - 60},{y + 480}Z", "#f0b850")
        c.path(
            f"M{x - 40},{y + 232} C{x + 60},{y + 192} {x + 110},{y + 312} {x + 260},{y + 252} L{x + 260},{y + 284} C{x + 110},{y + 342} {x + 60},{y + 222} {x - 40},{y + 264}Z",
            "#fff4da",
        )
        things.wave_emblem(c, x + 104, y + 138, 52, ["#fff4da", "#e0654a", "#b8403f"])
        for dx, wide, shade in ((22, 22, 0.3), (112, 30, 0.36), (182, 24, 0.36)):
            c.path(
                f"M{x + dx},{y - 30} C{x + dx + 46},{y + 140} {x + dx - 30},{y + 280} {x + dx + 6},{y + 480} L{x + dx + wide},{y + 480} C{x + dx + wide - 20},{y + 280} {x + dx + wide + 40},{y + 140} {x + dx + wide},{y - 30}Z",
                "#0b2a3a",
                f'opacity="{shade}" {c.blur(5)}',
            )
        c.path(
            f"M{x + 60},{y - 30} C{x + 100},{y + 140} {x + 40},{y + 280} {x + 66},{y + 480} L{x + 82},{y + 480} C{x + 56},{y + 280} {x + 122},{y + 140} {x + 80},{y - 30}Z",
            "#ffffff",
            f'opacity="0.3" {c.blur(4)}',
        )
    c.line(
        f"M{x - 24},{y + 372} C{x + 4},{y + 420} {x + 30},{y + 400} {x + 66},{y + 424} C{x + 110},{y + 462} {x + 150},{y + 396} {x + 196},{y + 436}",
        "#f6d98e",
        6,
        'stroke-dasharray="2 9"',
    )
