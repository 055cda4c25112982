"use strict";
{
  const text = document.getElementById("text");
  const help = document.getElementById("help");
  const tabs = [...document.querySelectorAll("[role=tab]")];
  const notes = [...text.querySelectorAll(".note")];
  const links = new Map([...document.querySelectorAll("[data-to]")].map((link) => [link.dataset.to, link]));
  const lines = text.getElementsByClassName("l");
  const listed = { u: "outline", c: "citations", d: "dates", t: "tasks", r: "recipients", g: "diagnostics" };
  let lit = [];
  let note = -1;

  const light = (elements) => {
    for (const element of lit) element.classList.remove("on");
    lit = elements;
    for (const element of lit) element.classList.add("on");
  };

  // Opens a list; "focus" says whether the tab gets the focus.
  const open = (tab, focus) => {
    for (const other of tabs) {
      const chosen = other === tab;
      other.setAttribute("aria-selected", chosen);
      other.tabIndex = chosen ? 0 : -1;
      document.getElementById(other.getAttribute("aria-controls")).hidden = !chosen;
    }
    if (focus) tab.focus();
  };

  // All that belongs to an item: its pieces in the text, its note, its lines, its place in a list.
  const choose = (of) => {
    const link = links.get(of);
    const pieces = [...text.querySelectorAll(`[data-r="${of}"], [data-t="${of}"]`)];
    if (link && link.dataset.first) {
      for (let line = +link.dataset.first; line <= +link.dataset.last; line++) pieces.push(lines[line - 1]);
    }
    light(link ? [...pieces, link] : pieces);
    if (of[0] === "g") note = +of.slice(1);
    return { link, pieces };
  };

  // What is laid out only when it comes into view moves what is behind it: scroll again when it has.
  const scroll = (element, block) => {
    element.scrollIntoView({ block });
    requestAnimationFrame(() => element.scrollIntoView({ block }));
  };

  const showInText = (of, focus) => {
    const { link, pieces } = choose(of);
    const first = link && link.dataset.first ? lines[link.dataset.first - 1] : pieces[0];
    if (!first) return;
    scroll(first, link && link.dataset.first ? "start" : "center");
    if (focus) {
      first.tabIndex = -1;
      first.focus({ preventScroll: true });
    }
  };

  const showInList = (of) => {
    const { link } = choose(of);
    if (!link) return;
    open(document.getElementById("tab-" + listed[of[0]]), false);
    scroll(link, "nearest");
  };

  for (const [of, link] of links) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      showInText(of, event.detail === 0);
    });
  }

  text.addEventListener("click", (event) => {
    if (!getSelection().isCollapsed) return;
    const marked = event.target.closest("[data-r]");
    const line = event.target.closest("[data-u]");
    if (marked) showInList(marked.dataset.r);
    else if (line) showInList(line.dataset.u);
  });

  const step = (by) => {
    if (notes.length === 0) return;
    note = note < 0 ? (by > 0 ? 0 : notes.length - 1) : (note + by + notes.length) % notes.length;
    showInText("g" + note, false);
    notes[note].focus({ preventScroll: true });
  };

  for (const tab of tabs) tab.addEventListener("click", () => open(tab, false));
  document.getElementById("next").addEventListener("click", () => step(1));
  document.getElementById("previous").addEventListener("click", () => step(-1));
  document.getElementById("keys").addEventListener("click", () => help.showModal());

  const boxes = [...document.querySelectorAll("[data-kind]")];
  const show = (box) => text.classList.toggle("off-" + box.dataset.kind, !box.checked);
  for (const box of boxes) box.addEventListener("change", () => show(box));

  const within = (event) => {
    const tab = event.target.closest("[role=tab]");
    if (tab) {
      const moves = { ArrowLeft: -1, ArrowRight: 1, Home: -tabs.indexOf(tab), End: tabs.length - 1 - tabs.indexOf(tab) };
      if (!(event.key in moves)) return false;
      open(tabs[(tabs.indexOf(tab) + moves[event.key] + tabs.length) % tabs.length], true);
      return true;
    }
    const item = event.target.closest("[data-to]");
    if (item && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      const all = [...item.closest("section").querySelectorAll("[data-to]")];
      const to = all[all.indexOf(item) + (event.key === "ArrowDown" ? 1 : -1)];
      if (to) to.focus();
      return true;
    }
    return false;
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || help.open) return;
    if (within(event)) return event.preventDefault();
    const tab = tabs.find((tab) => tab.getAttribute("aria-selected") === "true");
    if (event.key === "n") step(1);
    else if (event.key === "p") step(-1);
    else if (event.key === "?") help.showModal();
    else if (event.key === "t") text.focus();
    else if (event.key === "o") {
      open(tabs[0], true);
      const unit = document.querySelector("#list-outline .on") || document.querySelector("#list-outline a");
      if (unit) unit.focus();
    } else if (event.key >= "1" && event.key <= String(boxes.length)) {
      const box = boxes[event.key - 1];
      box.checked = !box.checked;
      show(box);
    } else if (event.key === "Escape") {
      light([]);
      if (tab) tab.focus();
    } else return;
    event.preventDefault();
  });
}
