"""The program under test, by its command line and its files."""

import json
import signal
import subprocess
import tempfile
import zipfile
from pathlib import Path

from desktop import Failure, until

WINDOW_DEADLINE_S = 60
SAVED_DEADLINE_S = 30


class Program:
    def __init__(self, binary, desktop, folder):
        self.binary = str(binary)
        self.desktop = desktop
        self.folder = Path(folder)
        self.home = self.folder / "home"
        self.environment = {"RAPPORTEUR_HOME": str(self.home)}
        self.window = None

    # The command line

    def call(self, *arguments, may_have_findings=False):
        done = subprocess.run(
            [self.binary, *map(str, arguments)],
            env=self.desktop.environment | self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            timeout=120,
        )
        if done.returncode not in ([0, 1] if may_have_findings else [0]):
            raise Failure(f"rapporteur {' '.join(map(str, arguments))}: exit {done.returncode}: {done.stderr.strip()}")
        return done.stdout

    def info(self, file):
        return json.loads(self.call("info", file, "--json", may_have_findings=True))

    # The window

    def open(self, *arguments):
        """Opens the window and waits until one can type in it."""
        command = [self.binary, *map(str, arguments)]
        self.window = self.desktop.open(command, self.environment, WINDOW_DEADLINE_S)

    def kill(self):
        """What a power cut or a crash of the system looks like to the program."""
        self.window.send_signal(signal.SIGKILL)
        self.window.wait()

    def quit(self):
        self.desktop.key("ctrl+q")
        until("the end of the program after Ctrl+Q", lambda: self.window.poll() is not None, SAVED_DEADLINE_S)
        if self.window.returncode != 0:
            raise Failure(f"the window ended with {self.window.returncode}")

    # What is in a report file

    def saved(self, file, what, is_there):
        """Waits until the file says so. A file is whole at any moment, so that it may be read while the window is open."""

        def ready():
            if self.window is not None and self.window.poll() not in (None, 0, -signal.SIGKILL):
                raise Failure(f"the window ended with {self.window.returncode} while it should save {what}")
            return is_there(self.story(file))

        until(f"{what} in {Path(file).name}", ready, SAVED_DEADLINE_S)

    def story(self, file):
        """The words of a report file as the program finds them."""
        with tempfile.TemporaryDirectory(dir=self.folder) as folder:
            self.call("unpack", file, "-o", Path(folder) / "unpacked", may_have_findings=True)
            return Story(json.loads((Path(folder) / "unpacked/report.json").read_bytes()))

    def drafts(self):
        """The files of untitled reports."""
        return sorted(self.home.rglob("*.rapport"))


class Story:
    """The words of a report."""

    def __init__(self, report):
        self.kicker = plain(report.get("kicker", ""))
        self.headline = plain(report.get("headline", ""))
        self.standfirst = plain(report.get("standfirst", ""))
        self.byline = plain(report.get("byline", ""))
        self.place = plain(report.get("place", ""))
        self.paragraphs = [plain(block.get("text", "")) for block in report.get("body", [])]
        self.kinds = [block["kind"] for block in report.get("body", [])]
        self.captions = [plain(photo.get("caption", "")) for photo in report.get("photos", [])]
        self.people_shown = [len(photo.get("people", [])) for photo in report.get("photos", [])]
        self.crops = ["crop" in photo for photo in report.get("photos", [])]
        self.beside = sum(block.get("beside", False) for block in report.get("body", []))

    @property
    def text(self):
        return "\n".join(self.paragraphs)


def story_of_zip(file):
    """The words of a report file that was closed in peace, read without the program: any ZIP reader can."""
    with zipfile.ZipFile(file) as container:
        return Story(json.loads(container.read("report.json")))


def plain(text):
    """Rich text is a string, or a list of strings and runs."""
    if isinstance(text, str):
        return text
    return "".join(run if isinstance(run, str) else run["text"] for run in text)
