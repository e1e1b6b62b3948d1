"""A screen, a window manager and a keyboard that belong to this test alone.

Everything started here is ended here, by its own process id.
"""

import os
import re
import shutil
import subprocess
import time
from pathlib import Path

POLL_S = 0.1
# Debian's own Python, for which the packages python3-xlib and python3-gi are.
SYSTEM_PYTHON = "/usr/bin/python3"
# Keys that are called by a name, not by a letter.
NAMED_KEYS = ["BackSpace", "Return", "Home", "End", "Left", "Right", "Menu", "space"]
SPACE = "space"
TOOLS = ["Xvfb", "openbox", "xdotool", "xprop", "xclip", "setxkbmap", "import", "dbus-daemon"]

# No key of the window manager must swallow one of the program's.
OPENBOX_RC = """<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew></focus>
  <applications><application class="*"><decor>no</decor><maximized>yes</maximized></application></applications>
</openbox_config>
"""


class Failure(Exception):
    """Something that the program promises did not happen."""


def missing_tools():
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    atspi = "import gi; gi.require_version('Atspi', '2.0')"
    for package, statement in (("python3-xlib", "import Xlib"), ("python3-gi gir1.2-atspi-2.0", atspi)):
        if subprocess.run([SYSTEM_PYTHON, "-c", statement], stderr=subprocess.DEVNULL).returncode != 0:
            missing.append(package)
    return missing


def until(what, ready, deadline_s):
    """Asks again and again, up to a deadline, and gives the first answer that is not false or None."""
    end = time.monotonic() + deadline_s
    while True:
        answer = ready()
        if answer:
            return answer
        if time.monotonic() > end:
            raise Failure(f"{what}: not within {deadline_s} s")
        time.sleep(POLL_S)


class Desktop:
    """An X server on a free display with a window manager."""

    def __init__(self, folder, layout, size="1440x900", scale=1):
        self.folder = Path(folder)
        self.size, self.scale = size, scale
        self.layout = layout
        self.processes = []
        self.clipboard = None
        self.window = None
        self.environment = {}

    def __enter__(self):
        home = self.folder / "desktop"
        runtime = home / "run"
        runtime.mkdir(parents=True, mode=0o700)
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(runtime),
            "LANG": "C.UTF-8",
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "NO_AT_BRIDGE": "1",
            "WINIT_X11_SCALE_FACTOR": str(self.scale),
        }
        try:
            self._start_server()
            self._start_window_manager(home)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for process in reversed(self.processes):
            end(process)

    def _start_server(self):
        reader, writer = os.pipe()
        command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{self.size}x24", "-nolisten", "tcp", "-noreset"]
        self.start(command, log="xvfb.log", pass_fds=[writer])
        os.close(writer)
        with os.fdopen(reader) as pipe:
            display = pipe.readline().strip()
        if not display:
            raise Failure("Xvfb did not start")
        self.environment["DISPLAY"] = f":{display}"
        # The keyboard holds every letter that will be typed: xdotool would otherwise change its keys while the program reads them.
        self.call("setxkbmap", "-layout", self.layout)

    def _start_window_manager(self, home):
        rc = home / "openbox.xml"
        rc.write_text(OPENBOX_RC)
        self.start(["openbox", "--config-file", str(rc), "--sm-disable"], log="openbox.log")
        is_there = lambda: "window id" in self.call("xprop", "-root", "_NET_SUPPORTING_WM_CHECK", check=False)
        until("the window manager", is_there, 10)

    def start(self, command, log, environment=None, **options):
        """Starts a program that ends with this desktop."""
        with open(self.folder / log, "ab") as output:
            process = subprocess.Popen(
                command,
                env=self.environment | (environment or {}),
                stdin=options.pop("stdin", subprocess.DEVNULL),
                stdout=output,
                stderr=output,
                **options,
            )
        self.processes.append(process)
        return process

    def call(self, *command, check=True):
        done = subprocess.run(
            command, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=60
        )
        if check and done.returncode != 0:
            raise Failure(f"{command[0]}: {done.stderr.strip()}")
        return done.stdout

    def open(self, command, environment, deadline_s):
        """Starts a program and waits until its window has the keyboard and has drawn something."""
        earlier = self._windows()
        process = self.start(command, log="window.log", environment=environment)

        def found():
            if process.poll() is not None:
                raise Failure(f"the program ended with {process.returncode} before its window was there")
            return next((window for window in self._windows() if window not in earlier), None)

        window = until("the window", found, deadline_s)
        self.call("xdotool", "windowactivate", str(window), check=False)
        active = lambda: self.call("xdotool", "getactivewindow", check=False).strip()
        until("the keyboard in the window", lambda: active() == str(window), deadline_s)
        until("a first picture in the window", lambda: self._colours(window) > 16, deadline_s)
        self.settle()
        self.window = window
        return process

    def settle(self, at_most_s=5):
        """Waits until the screen stands still: what opens or changes has taken the keyboard by then."""
        pictures = [None]

        def is_still():
            pictures.append(self.call("import", "-silent", "-window", "root", "-format", "%#", "info:-", check=False))
            return pictures[-1] == pictures[-2]

        try:
            until("a still screen", is_still, at_most_s)
        except Failure:
            pass  # A blinking caret is no reason to fail.

    def _windows(self):
        listed = self.call("xprop", "-root", "_NET_CLIENT_LIST", check=False)
        return [int(window, 16) for window in re.findall("0x[0-9a-f]+", listed)]

    def _colours(self, window):
        counted = self.call("import", "-silent", "-window", str(window), "-format", "%k", "info:-", check=False)
        return int(counted) if counted.strip().isdigit() else 0

    def type(self, text):
        """Types text on the keyboard."""
        self.call("xdotool", "type", "--clearmodifiers", "--delay", "15", "--", text)

    def key(self, *keys):
        """Presses keys, one after another: `ctrl+s`, `Return`."""
        self.call("xdotool", "key", "--clearmodifiers", "--delay", "40", "--", *keys)

    def press(self, *keys, pause_s=0.02, hold_s=0.05):
        """Presses keys by where they are on a US keyboard, whatever they write; a text stands for the keys of its letters."""
        names = [key if key in NAMED_KEYS or "+" in key else [SPACE if sign == " " else sign for sign in key] for key in keys]
        flat = [name for part in names for name in ([part] if isinstance(part, str) else part)]
        script = Path(__file__).with_name("keys.py")
        self.call(SYSTEM_PYTHON, str(script), str(pause_s), str(hold_s), *flat)

    def paste(self, text, kind="UTF8_STRING"):
        """Puts text on the clipboard, as words or as another kind (`text/html`), and pastes it."""
        self.copy(text, kind)
        self.key("ctrl+v")

    def copy(self, text, kind="UTF8_STRING"):
        """Puts text on the clipboard."""
        if self.clipboard is not None:
            end(self.clipboard)
        # In the foreground it serves the clipboard for as long as it lives.
        command = ["xclip", "-selection", "clipboard", "-target", kind, "-in", "-quiet"]
        self.clipboard = self.start(command, log="xclip.log", stdin=subprocess.PIPE)
        self.clipboard.stdin.write(text.encode())
        self.clipboard.stdin.close()
        read = ["xclip", "-selection", "clipboard", "-target", kind, "-out"]
        until("the clipboard", lambda: self.call(*read, check=False) == text, 10)

    def drop(self, files):
        """Drops files on the window that was opened last, as from a file manager."""
        script = Path(__file__).with_name("drop.py")
        self.call(SYSTEM_PYTHON, str(script), str(self.window), "700", "450", *map(str, files))

    def start_screen_reader(self):
        """Programs that are opened from now on find a session bus, and that a screen reader listens."""
        reader, writer = os.pipe()
        self.environment.pop("NO_AT_BRIDGE", None)
        command = ["dbus-daemon", "--session", "--nofork", f"--print-address={writer}"]
        self.start(command, log="dbus.log", pass_fds=[writer])
        os.close(writer)
        with os.fdopen(reader) as pipe:
            self.environment["DBUS_SESSION_BUS_ADDRESS"] = pipe.readline().strip()
        self.screen_reader("listen")

    def screen_reader(self, *arguments):
        """What a screen reader finds or does."""
        script = Path(__file__).with_name("screen_reader.py")
        return self.call(SYSTEM_PYTHON, str(script), *map(str, arguments))

    def picture(self, width, height):
        """What stands in the upper left part of the screen, as a checksum of its pixels."""
        crop = ["-crop", f"{width}x{height}+0+0"]
        return self.call("import", "-silent", "-window", "root", *crop, "-format", "%#", "info:")

    def screenshot(self, path):
        self.call("import", "-silent", "-window", "root", str(path), check=False)


def end(process):
    """Ends a process that was started here."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
