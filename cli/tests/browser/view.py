#!/usr/bin/env python3
"""Checks the pages of `kehoach view` in a browser: view.py KEHOACH [FOLDER FOR PICTURES]

Ends with 77 when there is no browser.
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import time

from webdriver import Browser, missing

FIXTURES = pathlib.Path(__file__).resolve().parents[3] / "fixtures"
PLAN = FIXTURES / "09-draft-blank-number-and-day.txt"
HOSTILE = """SỞ <script>window.hacked = 1</script>
Số: 12/KH-SNV</div></main><script>hacked=1</script>
KẾ HOẠCH
"><img src=x onerror="window.hacked=1"> &lt;b&gt; \u202eđảo\u202c \u0007 \u001b[31m

I. </span><b onclick="hacked=1">MỤC TIÊU</b>
1. Sở <i>Nội vụ</i> báo cáo trước ngày 31/02/2025; '"`</textarea></style><style>*{display:none}</style>
3. javascript:alert(1) http://example.org/x.png
"""
CONTRAST = """
const rgb = (text) => text.match(/[\\d.]+/g).map(Number);
const ground = (element) => {
  for (; element; element = element.parentElement) {
    const colour = rgb(getComputedStyle(element).backgroundColor);
    if (colour.length < 4 || colour[3] === 1) return colour;
  }
  return [255, 255, 255];
};
const light = (colour) => {
  const [r, g, b] = colour.slice(0, 3).map((c) => (c /= 255) <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
  return .2126 * r + .7152 * g + .0722 * b;
};
let least = 99, at = "";
for (const element of document.querySelectorAll("main span, main .l, .note *, .note, header *, .panel a *, .tabs *")) {
  if (!element.textContent.trim() || !element.checkVisibility()) continue;
  const [a, b] = [light(rgb(getComputedStyle(element).color)), light(ground(element))].sort((x, y) => y - x);
  const ratio = (a + .05) / (b + .05);
  if (ratio < least) [least, at] = [ratio, element.outerHTML.slice(0, 90)];
}
return [least, at];
"""
IN_VIEW = """
const box = document.querySelector(arguments[0]).getBoundingClientRect();
const pane = document.getElementById("text").getBoundingClientRect();
return box.bottom > pane.top && box.top < pane.bottom && box.height > 0;
"""


def main(kehoach, pictures=None):
    with tempfile.TemporaryDirectory() as folder, Browser() as browser:
        folder = pathlib.Path(folder)

        def page(source, lang="en"):
            target = folder / f"{source.stem}-{lang}.html"
            subprocess.run([kehoach, "view", source, "-o", target, "--lang", lang], check=True)
            browser.open(target)
            return target

        def picture(name):
            if pictures:
                browser.picture(pathlib.Path(pictures) / f"{name}.png")

        page(PLAN)
        both_ways(browser)
        keys(browser)
        for scheme in ("light", "dark"):
            page(PLAN, "vi" if scheme == "dark" else "en")
            browser.scheme(scheme)
            browser.press("n")
            picture(scheme)
            least, at = browser.run(CONTRAST)
            expect(least >= 4.5, f"{scheme}: contrast {least:.2f} of {at}")
        browser.scheme("light", "print")
        shown = browser.run("return getComputedStyle(document.querySelector('.panel')).display")
        expect(shown == "none", "print shows the text, not the lists")
        hidden = browser.run("return document.querySelector('main').scrollHeight > document.body.scrollHeight + 5")
        expect(not hidden, "print shows all of the text")
        picture("print")
        browser.scheme("light")
        hostile(browser, folder, page)
        large(browser, folder, page)
        expect(browser.complaints() == [], "the browser complains of nothing")


def both_ways(browser):
    on = "return [...document.querySelectorAll('.on')].map((it) => it.dataset.to || it.dataset.r || it.dataset.n)"
    visible = "return [...document.querySelectorAll('.panel section')].filter((it) => !it.hidden).map((it) => it.id)"
    expect(browser.run(visible) == ["list-outline"], "the outline is what is seen first")
    browser.click_text("#m-c1")
    expect(browser.run(visible) == ["list-citations"], "a citation of the text opens its list")
    expect(set(browser.run(on)) == {"c1"}, "and is chosen in both")
    browser.click("#tab-recipients")
    browser.click("[data-to=r4]")
    expect(set(browser.run(on)) == {"r4"}, "a recipient of the list is chosen in both")
    expect(browser.run(IN_VIEW, "#m-r4"), "and comes into view")
    browser.click_text("[data-n='36']")
    expect(browser.run(visible) == ["list-outline"], "plain text opens the outline")
    chosen = browser.run("return document.querySelector('.panel .on').textContent")
    expect(chosen.startswith("II.2"), f"at its unit: {chosen}")
    browser.click("#tab-tasks")
    browser.click("[data-to=t2]")
    expect("t2" in browser.run(on) and browser.run(IN_VIEW, "#m-t2"), "a task leads to its text")
    browser.click("[data-kind=d]")
    ground = "return getComputedStyle(document.querySelector('main .d')).textDecorationLine"
    expect(browser.run(ground) == "none", "dates can be hidden")
    browser.click("[data-kind=d]")
    expect(browser.run(ground) == "underline", "and shown")


def keys(browser):
    focus = "const it = document.activeElement; return it.id || it.dataset.to || it.dataset.n"
    browser.run("document.activeElement.blur()")
    for key, note in [("n", "n-g0"), ("n", "n-g1"), ("p", "n-g0"), ("p", "n-g4"), ("n", "n-g0")]:
        browser.press(key)
        expect(browser.run(focus) == note, f"{key} leads to {note}")
        expect(browser.run(IN_VIEW, "#" + note), f"{note} is in view")
    browser.press("?")
    expect(browser.run("return document.getElementById('help').open"), "? opens help")
    browser.press("Escape")
    expect(not browser.run("return document.getElementById('help').open"), "Escape closes it")
    browser.press("o")
    first = browser.run(focus)
    expect(first.startswith("u"), f"o leads to the outline: {first}")
    browser.press("ArrowDown")
    expect(browser.run(focus) != first, "arrows move in a list")
    browser.press("Enter")
    expect(browser.run(focus).isdigit(), "Enter leads to the lines of a unit")
    browser.press("Escape")
    expect(browser.run(focus) == "tab-outline", "Escape leads back")
    for key, tab in [("ArrowRight", "tab-record"), ("End", "tab-diagnostics"), ("ArrowRight", "tab-outline")]:
        browser.press(key)
        expect(browser.run(focus) == tab, f"{key} leads to {tab}")
    browser.press("t")
    expect(browser.run(focus) == "text", "t leads to the text")
    browser.press("1")
    expect(browser.run("return document.getElementById('text').className") == "off-c", "1 hides citations")
    browser.press("1")


def hostile(browser, folder, page):
    source = folder / "hostile.txt"
    source.write_text(HOSTILE, encoding="utf-8")
    page(source)
    time.sleep(0.3)
    expect(browser.run("return window.hacked === undefined"), "nothing of a document runs")
    expect(browser.run("return document.querySelectorAll('img, main script, main style').length") == 0, "no markup")
    expect(browser.run("return performance.getEntriesByType('resource').length") == 0, "nothing is loaded")
    shown = browser.run("return [...document.querySelectorAll('.l')].map((it) => it.textContent)")
    plain = HOSTILE
    for c in "\u202e\u202c\u0007\u001b":
        plain = plain.replace(c, f"\\u{{{ord(c):x}}}")
    expect(shown == plain.splitlines(), "the text is shown as it is")
    expect(browser.run(IN_VIEW, ".l"), "and seen")


def large(browser, folder, page):
    plans = [path.read_text(encoding="utf-8") for path in sorted(FIXTURES.glob("*.txt"))]
    source = folder / "large.txt"
    text = ""
    while len(text.encode()) < 1_000_000:
        text += "\n".join(plans)
    source.write_text(text, encoding="utf-8")
    begun = time.monotonic()
    page(source)
    loaded = time.monotonic() - begun
    begun = time.monotonic()
    units = browser.run("return document.querySelectorAll('#list-outline a').length")
    last = browser.run("const all = document.querySelectorAll('#list-outline a'); all[all.length - 2].click(); return all[all.length - 2].dataset.first")
    time.sleep(0.2)
    expect(browser.run(IN_VIEW, f"[data-n='{last}']"), "the last unit of a long text comes into view")
    browser.press("n")
    browser.run("return document.body.offsetHeight")
    moved = time.monotonic() - begun
    expect(loaded < 30 and moved < 10, f"a text of 1 MB stays usable: {loaded:.1f} s, {moved:.1f} s")
    print(json.dumps({"bytes": len(text.encode()), "units": units, "load_s": round(loaded, 1), "move_s": round(moved, 1)}))


def expect(holds, what):
    if not holds:
        sys.exit(f"view: not so: {what}")


if __name__ == "__main__":
    if lacks := missing():
        print("skipped: " + ", ".join(lacks) + " not found")
        sys.exit(77)
    main(*sys.argv[1:])
    print("view: all as it should be")
