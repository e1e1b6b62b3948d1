"""Input methods as a desktop starts them: a session bus, a daemon on it, and what programs must be told to find it.

A method that is not installed is no failure: `installed` says so, and the caller tells.
"""

import shutil
from pathlib import Path

from desktop import until

START_S = 20


def start_bus(desktop):
    """A session bus of the desktop's own: an input method must not meet one that runs on the machine."""
    socket = Path(desktop.environment["XDG_RUNTIME_DIR"]) / "bus"
    address = f"unix:path={socket}"
    desktop.start(["dbus-daemon", "--session", "--nofork", f"--address={address}"], log="dbus.log")
    until("the session bus", socket.exists, START_S)
    desktop.environment["DBUS_SESSION_BUS_ADDRESS"] = address


class Ibus:
    """IBus with Unikey, which types by Telex unless it is told otherwise."""

    name = "IBus"
    packages = "ibus ibus-unikey"
    # It hands a key back that ends a word before it commits the word. That the key is let go must come after both.
    hold_s = 0.8
    pause_s = 0.02

    @staticmethod
    def installed():
        return shutil.which("ibus-daemon") is not None and Path("/usr/share/ibus/component/unikey.xml").exists()

    @staticmethod
    def start(desktop):
        memory = next(Path("/usr").glob("lib*/**/ibus-memconf"), None)
        config = str(memory) if memory else "default"
        desktop.environment |= {"XMODIFIERS": "@im=ibus", "GIO_USE_VFS": "local", "GSETTINGS_BACKEND": "memory"}
        desktop.start(["ibus-daemon", "--xim", "--replace", "--config", config, "--emoji-extension=disable"], log="ibus.log")
        until("IBus", lambda: _has_input_server(desktop, "ibus"), START_S)

    @staticmethod
    def choose(desktop):
        """Switches to Vietnamese in the window that has the keyboard."""

        def is_chosen():
            desktop.call("ibus", "engine", "Unikey", check=False)
            return desktop.call("ibus", "engine", check=False).strip() == "Unikey"

        until("Unikey in IBus", is_chosen, START_S)


class Fcitx:
    """Fcitx5 with Unikey, which types by Telex unless it is told otherwise."""

    name = "Fcitx5"
    packages = "fcitx5 fcitx5-unikey"
    hold_s = 0.05
    # As fast as people type. Xlib puts words in the wrong order when several come in one slow frame.
    pause_s = 0.06

    @staticmethod
    def installed():
        return shutil.which("fcitx5") is not None and Path("/usr/share/fcitx5/inputmethod/unikey.conf").exists()

    @staticmethod
    def start(desktop):
        profile = Path(desktop.environment["HOME"]) / ".config/fcitx5/profile"
        profile.parent.mkdir(parents=True, exist_ok=True)
        profile.write_text(
            "[Groups/0]\nName=Default\nDefault Layout=us\nDefaultIM=unikey\n\n"
            "[Groups/0/Items/0]\nName=keyboard-us\nLayout=\n\n[Groups/0/Items/1]\nName=unikey\nLayout=\n\n"
            "[GroupOrder]\n0=Default\n"
        )
        # All windows are in one state, and no Shift alone changes it.
        switches = "[Hotkey]\nAltTriggerKeys=\nTriggerKeys=\n"
        profile.with_name("config").write_text(switches + "[Behavior]\nActiveByDefault=True\nShareInputState=All\n")
        desktop.environment["XMODIFIERS"] = "@im=fcitx"
        desktop.start(["fcitx5", "--replace"], log="fcitx.log")
        until("Fcitx5", lambda: _has_input_server(desktop, "fcitx"), START_S)

    @staticmethod
    def choose(desktop):
        """Switches to Vietnamese in the window that has the keyboard."""

        def is_chosen():
            desktop.call("fcitx5-remote", "-s", "unikey", check=False)
            return desktop.call("fcitx5-remote", "-n", check=False).strip() == "unikey"

        until("Unikey in Fcitx5", is_chosen, START_S)


ALL = [Ibus, Fcitx]


def _has_input_server(desktop, name):
    """Whether an input method offers itself to the programs of the screen."""
    return f"@server={name}" in desktop.call("xprop", "-root", "XIM_SERVERS", check=False)
