"use strict";
// What every page does beside htmx. No page needs more than a line of its own: behaviour hangs on data-* attributes.

// -- the theme: a cookie, so that the server draws the next page in it
function theme() {
  const root = document.documentElement;
  const dark = root.dataset.theme
    ? root.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  document.cookie = "theme=" + root.dataset.theme + "; path=/; max-age=31536000; samesite=strict";
  document.dispatchEvent(new Event("theme"));
}

// -- times: written in UTC by the server, shown by the clock of whoever looks
const near = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const far = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
function times(root) {
  const today = new Date().toDateString();
  root.querySelectorAll("time[datetime]").forEach((each) => {
    const at = new Date(each.dateTime);
    if (!isNaN(at)) {
      each.textContent = (at.toDateString() === today && !("whole" in each.dataset) ? near : far).format(at);
      if ("day" in each.dataset) {
        each.textContent = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" }).format(at);
      }
      each.title = each.dateTime;
    }
  });
}

// -- whose days are counted: those of whoever looks
document.cookie = "zone=" + Intl.DateTimeFormat().resolvedOptions().timeZone + "; path=/; max-age=31536000; samesite=strict";

// -- live: the page listens while somebody looks at it, and asks again for what it shows when something happened
let stream = null;
function listen() {
  if (document.hidden || stream || !document.body.dataset.live) {
    return;
  }
  stream = new EventSource(document.body.dataset.live);
  for (const event of ["news", "beat"]) {
    stream.addEventListener(event, () => htmx.trigger(document.body, event));
  }
}
function visibility() {
  if (document.hidden) {
    stream?.close();
    stream = null;
  } else {
    listen();
    htmx.trigger(document.body, "beat");
  }
}

// -- keys
function typing(target) {
  return target.closest("input, textarea, select, [contenteditable]");
}
function rows() {
  return [...document.querySelectorAll("[data-rows] tbody tr a[data-open]")];
}
function step(by) {
  const all = rows();
  const at = all.indexOf(document.activeElement);
  all[Math.max(0, Math.min(all.length - 1, at < 0 ? 0 : at + by))]?.focus();
}
const keys = {
  "/": () => document.querySelector("[data-search]")?.focus(),
  n: () => document.querySelector('nav a[href="/compose"]')?.click(),
  "?": () => document.getElementById("help")?.showModal(),
  j: () => step(1),
  k: () => step(-1),
};
document.addEventListener("keydown", (event) => {
  if (keys[event.key] && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target)) {
    event.preventDefault();
    keys[event.key]();
  }
});

// -- sorting: the rows that are there, by the column whose head is clicked
let sorted = null;
function sortable(root) {
  root.querySelectorAll("table[data-sorts] th").forEach((head) => {
    if (!head.querySelector("button")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.textContent = head.textContent;
      head.replaceChildren(button);
      button.addEventListener("click", () => sort(head, head.getAttribute("aria-sort") === "ascending"));
      if (sorted?.column === button.textContent) {
        sort(head, sorted.down);
      }
    }
  });
}
function sort(head, down) {
  const table = head.closest("table");
  const body = table.tBodies[0];
  sorted = { column: head.textContent, down };
  const value = (row) => {
    const cell = row.cells[head.cellIndex];
    return cell.querySelector("time")?.dateTime ?? cell.textContent.trim();
  };
  const rows = [...body.rows].sort((one, other) => value(one).localeCompare(value(other), undefined, { numeric: true }));
  table.querySelectorAll("th").forEach((each) => each.removeAttribute("aria-sort"));
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  body.replaceChildren(...(down ? rows.reverse() : rows));
}

// -- the file holds what the search shows now
document.addEventListener("htmx:pushedIntoHistory", () => {
  const link = document.querySelector("[data-export]");
  if (link) {
    link.search = location.search;
  }
});

// -- clicks
document.addEventListener("click", (event) => {
  const target = event.target.closest("[data-theme-switch], [data-menu], [data-dialog], [data-close]");
  if (!target) {
    return;
  }
  if ("themeSwitch" in target.dataset) {
    theme();
  } else if ("menu" in target.dataset) {
    const open = document.querySelector(".side").classList.toggle("open");
    target.setAttribute("aria-expanded", open);
  } else if (target.dataset.dialog) {
    document.getElementById(target.dataset.dialog)?.showModal();
  } else {
    target.closest("dialog")?.close();
  }
});
document.addEventListener("visibilitychange", visibility);
document.addEventListener("DOMContentLoaded", () => {
  times(document);
  sortable(document);
  listen();
});
document.addEventListener("htmx:load", (event) => {
  times(event.detail.elt.parentElement ?? event.detail.elt);
  sortable(event.detail.elt.parentElement ?? event.detail.elt);
});
document.addEventListener("htmx:sendError", () => {
  const notices = document.getElementById("notices");
  if (notices) {
    notices.textContent = "";
    const note = document.createElement("p");
    note.className = "note bad";
    note.textContent = "The gateway cannot be reached. What you see may be old.";
    notices.append(note);
  }
});
