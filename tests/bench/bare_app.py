"""What the app is measured against: Textual with an empty TextArea; with `--store`, the store's imports too."""

import sys

from textual.app import App, ComposeResult
from textual.widgets import Label, TextArea

READY = "a bare app"


class BareApp(App[None]):
    def compose(self) -> ComposeResult:
        yield Label(READY)
        yield TextArea()

    def on_mount(self) -> None:
        self.query_one(TextArea).focus()


if __name__ == "__main__":
    if "--store" in sys.argv:
        import tip_reflect.store.backup
        import tip_reflect.store.store
        import tip_reflect.store.thread  # noqa: F401  its imports are what is measured
    BareApp().run()
