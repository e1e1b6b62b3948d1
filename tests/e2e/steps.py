"""Steps of a test, one after another, with what is left of one that failed."""

import time
import traceback

from desktop import Failure


def same(what, found, expected):
    if found != expected:
        raise Failure(f"{what}: {found!r} is not {expected!r}")


class Steps:
    """Runs steps and says how long each took."""

    def __init__(self, desktop, out):
        self.desktop, self.out = desktop, out

    def run(self, step, *arguments):
        start = time.monotonic()
        try:
            result = step(*arguments)
        except Exception as problem:
            self.out.mkdir(parents=True, exist_ok=True)
            picture = self.out / f"{step.__name__}.png"
            self.desktop.screenshot(picture)
            print(f"FAILED {step.__name__}: {problem}", flush=True)
            if not isinstance(problem, Failure):
                traceback.print_exc()
            print(f"       the screen: {picture}", flush=True)
            raise
        print(f"ok     {step.__name__} ({time.monotonic() - start:.1f} s)", flush=True)
        return result
