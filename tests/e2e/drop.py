#!/usr/bin/python3
"""Drops files on a window, as a file manager does (the XDND protocol, version 5).

    drop.py WINDOW X Y FILE...

WINDOW is a window's id, X and Y a place on the screen. Exit 0: the window has taken the files; 1: it refused them or did not answer.
"""

import select
import sys
import time
from pathlib import Path

from Xlib import X, Xatom, display
from Xlib.protocol import event

VERSION = 5
DEADLINE_S = 20


class Source:
    """What is dragged: it answers the window's questions until the drop is finished."""

    def __init__(self, window, files):
        self.display = display.Display()
        root = self.display.screen().root
        self.own = root.create_window(-10, -10, 1, 1, 0, X.CopyFromParent)
        self.uris = "".join(f"{Path(file).resolve().as_uri()}\r\n" for file in files).encode()
        self.target = self._aware(self.display.create_resource_object("window", window))
        if self.target is None:
            raise SystemExit("the window takes no drops")
        self.own.set_selection_owner(self._atom("XdndSelection"), X.CurrentTime)

    def _atom(self, name):
        return self.display.intern_atom(name)

    def _aware(self, window):
        """The window or a part of it that says that it takes drops."""
        if window.get_full_property(self._atom("XdndAware"), Xatom.ATOM):
            return window
        children = window.query_tree().children
        return next(filter(None, map(self._aware, children)), None)

    def _tell(self, name, *data):
        numbers = [self.own.id, *data]
        numbers += [0] * (5 - len(numbers))
        message = event.ClientMessage(window=self.target, client_type=self._atom(name), data=(32, numbers))
        self.target.send_event(message)
        self.display.flush()

    def _hand_over(self, request):
        """Gives the list of files to whoever asks for it."""
        request.requestor.change_property(request.property, request.target, 8, self.uris)
        answer = event.SelectionNotify(
            time=request.time,
            requestor=request.requestor,
            selection=request.selection,
            target=request.target,
            property=request.property,
        )
        request.requestor.send_event(answer)
        self.display.flush()

    def _until(self, name):
        """Waits for an answer, serving the list meanwhile. Gives the numbers of the answer."""
        end = time.monotonic() + DEADLINE_S
        while time.monotonic() < end:
            if not self.display.pending_events():
                select.select([self.display.fileno()], [], [], 0.1)
                continue
            happened = self.display.next_event()
            if happened.type == X.SelectionRequest:
                self._hand_over(happened)
            elif happened.type == X.ClientMessage and happened.client_type == self._atom(name):
                return happened.data[1]
        raise SystemExit(f"no {name} within {DEADLINE_S} s")

    def drop(self, x, y):
        copy = self._atom("XdndActionCopy")
        self._tell("XdndEnter", VERSION << 24, self._atom("text/uri-list"))
        self._tell("XdndPosition", 0, x << 16 | y, X.CurrentTime, copy)
        if not self._until("XdndStatus")[1] & 1:
            raise SystemExit("the window refuses the drop")
        self._tell("XdndDrop", 0, X.CurrentTime)
        self._until("XdndFinished")


def main():
    window, x, y, *files = sys.argv[1:]
    Source(int(window, 0), files).drop(int(x), int(y))


if __name__ == "__main__":
    main()
