"""Draws the pictures of the sample story: `python3 draw OUT_DIR [NAME...]`.

Needs Chromium (it turns the SVG into pixels) and Pillow (it writes the JPEG). The same code gives the same pictures.
"""

import sys
import tempfile
from pathlib import Path
from subprocess import DEVNULL, run

from PIL import Image

from scenes import SCENES

QUALITY = 85


def draw(name, out):
    canvas = SCENES[name]()
    with tempfile.TemporaryDirectory() as folder:
        page, shot = Path(folder, "page.html"), Path(folder, "shot.png")
        page.write_text("<!doctype html><style>body{margin:0}svg{display:block}</style>" + canvas.svg())
        run(
            [
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--force-color-profile=srgb",
                f"--window-size={canvas.width},{canvas.height}",
                f"--screenshot={shot}",
                page.as_uri(),
            ],
            check=True,
            stdout=DEVNULL,
            stderr=DEVNULL,
        )
        picture = Image.open(shot).convert("RGB")
    picture.save(Path(out, f"{name}.jpg"), quality=QUALITY, optimize=True, progressive=True, subsampling="4:2:0")


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[2:] or SCENES:
        draw(name, target)
