"""A browser without a window, driven through chromedriver. Python's own library is enough."""

import base64
import json
import re
import shutil
import subprocess
import tempfile
import urllib.request

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]
KEYS = {
    "Enter": "\ue007", "Escape": "\ue00c", "ArrowLeft": "\ue012", "ArrowUp": "\ue013",
    "ArrowRight": "\ue014", "ArrowDown": "\ue015", "Home": "\ue011", "End": "\ue010",
}


def missing():
    """The programs that are not here."""
    browsers = ["chromium", "chromium-browser", "google-chrome"]
    lacks = [] if any(map(shutil.which, browsers)) else ["chromium"]
    return lacks + ([] if shutil.which("chromedriver") else ["chromedriver"])

FIRST_LETTER = """
const element = document.querySelector(arguments[0]);
element.scrollIntoView({ block: "center" });
const range = document.createRange();
const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
const at = text.data.search(/\\S/);
range.setStart(text, at);
range.setEnd(text, at + 1);
const box = range.getBoundingClientRect();
return [box.left + box.width / 2, box.top + box.height / 2];
"""


class Browser:
    def __init__(self, width=1500, height=950):
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.driver = subprocess.Popen(
            ["chromedriver", "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        for line in self.driver.stdout:
            if found := re.search(r"on port ([1-9]\d*)", line):
                break
        self.base = f"http://127.0.0.1:{found[1]}/session"
        names = ["chromium", "chromium-browser", "google-chrome"]
        options = {
            "binary": next(filter(None, map(shutil.which, names))),
            "args": [*ARGUMENTS, f"--window-size={width},{height}", f"--user-data-dir={self.profile.name}"],
        }
        wanted = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        session = self.send("", {"capabilities": {"alwaysMatch": wanted}})
        self.base += "/" + session["sessionId"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.send("", method="DELETE")
        finally:
            self.driver.terminate()
            self.driver.wait()
            self.profile.cleanup()

    def send(self, path, body=None, method=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, method=method)
        request.add_header("Content-Type", "application/json")
        with urllib.request.urlopen(request, timeout=120) as answer:
            return json.load(answer)["value"]

    def open(self, path):
        self.send("/url", {"url": f"file://{path}"})

    def run(self, script, *arguments):
        return self.send("/execute/sync", {"script": script, "args": arguments})

    def press(self, key):
        keys = [{"type": kind, "value": KEYS.get(key, key)} for kind in ("keyDown", "keyUp")]
        self.send("/actions", {"actions": [{"type": "key", "id": "keys", "actions": keys}]})

    def click(self, selector):
        found = self.send("/element", {"using": "css selector", "value": selector})
        self.send(f"/element/{found[ELEMENT]}/click", {})

    def click_text(self, selector):
        """Clicks the first letter of an element."""
        x, y = self.run(FIRST_LETTER, selector)
        moves = [{"type": "pointerMove", "x": int(x), "y": int(y)}]
        moves += [{"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp")]
        self.send("/actions", {"actions": [{"type": "pointer", "id": "mouse", "actions": moves}]})

    def devtools(self, command, **parameters):
        return self.send("/goog/cdp/execute", {"cmd": command, "params": parameters})

    def scheme(self, scheme, media=""):
        feature = {"name": "prefers-color-scheme", "value": scheme}
        self.devtools("Emulation.setEmulatedMedia", media=media, features=[feature])

    def complaints(self):
        """What the browser says of the page: breaches of its policy are among it."""
        return self.send("/se/log", {"type": "browser"})

    def picture(self, path):
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.send("/screenshot")))
