"""What a reader finds on an exported page, by the eyes of Chromium."""

import base64
import re
import shutil
import subprocess
import tempfile
import unicodedata
from html.parser import HTMLParser
from urllib.parse import unquote, urlparse

from desktop import Failure

BROWSERS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
PICTURE_STARTS = (b"\xff\xd8\xff", b"\x89PNG", b"RIFF", b"GIF8", b"\x00\x00\x00")


def browser():
    return next((name for name in map(shutil.which, BROWSERS) if name), None)


def normal(text):
    """Text without what typography may change in it: kinds of space, of dash and of quotation mark, invisible breaks."""
    text = unicodedata.normalize("NFC", text)
    text = re.sub("[\u00ad\u200b\u2060]", "", text)
    text = re.sub("[“”„«»]", '"', text).replace("…", "...")
    text = re.sub(r"\s+", " ", text).strip()
    return re.sub(" [–—] ", " - ", text)


class Page(HTMLParser):
    """The visible text, the captions and the pictures of the page as Chromium built it."""

    def __init__(self, path):
        super().__init__(convert_charrefs=True)
        self.path = path
        self.words, self.captions, self.pictures = [], [], []
        # How many figures stand in each row.
        self.rows = []
        self.hidden = self.in_caption = self.depth = 0
        self.feed(dom(path))
        self.text = normal("".join(self.words))
        self.captions = [normal(caption) for caption in self.captions]

    def handle_starttag(self, tag, attributes):
        if tag in ("script", "style", "template", "title"):
            self.hidden += 1
        elif tag == "figcaption":
            self.in_caption += 1
            self.captions.append("")
        elif tag == "img":
            self.pictures.append(dict(attributes))
        elif tag == "figure" and self.depth:
            self.rows[-1] += 1
        if tag == "div":
            if self.depth or ("class", "row") in attributes:
                self.depth += 1
            if ("class", "row") in attributes:
                self.rows.append(0)
        if tag in ("p", "li", "h1", "h2", "h3", "figcaption", "blockquote", "br", "div", "dt", "dd", "footer", "cite"):
            self.words.append("\n")

    def handle_endtag(self, tag):
        if tag in ("script", "style", "template", "title"):
            self.hidden -= 1
        elif tag == "figcaption":
            self.in_caption -= 1
        elif tag == "div" and self.depth:
            self.depth -= 1

    def handle_data(self, data):
        if self.hidden:
            return
        self.words.append(data)
        if self.in_caption:
            self.captions[-1] += data

    def has_in_order(self, sentences):
        at = 0
        for sentence in map(normal, sentences):
            found = self.text.find(sentence, at)
            if found < 0:
                where = "in another place" if sentence in self.text else "nowhere"
                raise Failure(f"{self.path.name}: \"{sentence}\" stands {where} on the page")
            at = found + len(sentence)

    def has_captions(self, captions):
        for caption in map(normal, captions):
            if not any(caption in shown for shown in self.captions):
                raise Failure(f"{self.path.name}: no figure has the caption \"{caption}\"")

    def has_pictures(self, count):
        if len(self.pictures) != count:
            raise Failure(f"{self.path.name}: {len(self.pictures)} pictures, not {count}")
        for picture in self.pictures:
            if "alt" not in picture:
                raise Failure(f"{self.path.name}: a picture has no alt attribute")
            if not self.bytes_of(picture.get("src", "")).startswith(PICTURE_STARTS):
                raise Failure(f"{self.path.name}: {picture.get('src', '')[:80]} is not a picture")

    def bytes_of(self, source):
        address = urlparse(source)
        if address.scheme == "data":
            return base64.b64decode(source.partition(",")[2])
        if address.scheme or address.netloc:
            raise Failure(f"{self.path.name}: the page asks another place for {source}")
        return (self.path.parent / unquote(address.path)).read_bytes()


def dom(path):
    """The document after Chromium has loaded it."""
    if not path.is_file():
        raise Failure(f"the export wrote no {path}")
    with tempfile.TemporaryDirectory() as profile:
        command = [browser(), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}"]
        done = subprocess.run(
            [*command, "--dump-dom", path.resolve().as_uri()],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            timeout=120,
        )
    if done.returncode != 0 or "<body" not in done.stdout:
        raise Failure(f"Chromium could not open {path}: {done.stderr.strip()[-300:]}")
    return done.stdout
