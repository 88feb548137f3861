"use strict";
// What the pages do on which people are talked with. Behaviour hangs on data-* attributes, as in dashboard.js.

// -- the text of a form: sent by Ctrl and Enter, and filled by buttons
function textOf(element) {
  return element.closest("form").querySelector("[data-submit]");
}
function write(area, text, whole) {
  if (whole) {
    area.value = text;
  } else {
    area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  }
  area.focus();
  htmx.trigger(area, "plain");
}
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.matches("[data-submit]")) {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
});
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-insert], [data-plain]");
  if (button) {
    const whole = "plain" in button.dataset;
    write(textOf(button), whole ? button.dataset.plain : button.dataset.insert, whole);
    button.closest("details")?.removeAttribute("open");
  }
});
document.addEventListener("focusin", (event) => {
  const radio = event.target.dataset?.picks && document.querySelector(`[value="${event.target.dataset.picks}"]`);
  if (radio) {
    radio.checked = true;
  }
});

// -- what is sent: each text has a key of its own, so that a text is sent once however often its button is pressed
function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.detail.elt;
  const status = event.detail.xhr.status;
  // whatever was answered is settled; without an answer the same text keeps its key
  if (!("sends" in (form.dataset ?? {})) || status === 0 || status >= 500) {
    return;
  }
  form.elements.key.value = newKey();
  if (status < 300) {
    document.getElementById("notices")?.replaceChildren();
    const area = form.querySelector("[data-submit]");
    if (form.dataset.sends === "all") {
      form.querySelector(".chips").replaceChildren();
      const key = form.elements.key.value;
      form.reset();
      form.elements.key.value = key;
      form.querySelector("#who").focus();
    } else {
      area.value = "";
      area.focus();
    }
    htmx.trigger(area, "plain");
  }
});

// -- threads: at their newest, unless somebody reads further up
let stuck = true;
let place = 0;
document.addEventListener("scroll", (event) => {
  const log = event.target;
  if (log.matches?.("[data-bottom]")) {
    place = log.scrollTop;
    stuck = log.scrollHeight - log.clientHeight - log.scrollTop < 24;
  }
}, true);
function settle() {
  document.querySelectorAll("[data-bottom]").forEach((log) => {
    log.scrollTop = stuck ? log.scrollHeight : place;
  });
}
document.addEventListener("DOMContentLoaded", settle);
document.addEventListener("htmx:load", settle);

// -- recipients: picked by name from what the gateway finds (the combobox of WAI-ARIA)
function options() {
  return [...document.querySelectorAll("#found:not([hidden]) [role=option]:not([aria-disabled])")];
}
function point(option) {
  options().forEach((each) => each.setAttribute("aria-selected", each === option));
  const who = document.getElementById("who");
  if (option) {
    who.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  } else {
    who.removeAttribute("aria-activedescendant");
  }
}
function shut() {
  const found = document.getElementById("found");
  found.hidden = true;
  found.replaceChildren();
  document.getElementById("who").setAttribute("aria-expanded", "false");
  point(null);
}
function pick(option) {
  const who = document.getElementById("who");
  const typed = "typed" in option.dataset;
  const value = typed ? "number:" + who.value.trim() : option.dataset.who;
  const label = typed ? "the number that ends in " + who.value.replace(/\D/g, "").slice(-3) : option.dataset.label;
  const chips = document.querySelector(".chips");
  if (![...chips.children].some((chip) => chip.who === value)) {
    const chip = document.createElement("li");
    const remove = document.createElement("button");
    chip.who = value; // in no attribute: a number that was typed stays out of the page
    chip.label = label;
    remove.type = "button";
    remove.textContent = "×";
    remove.setAttribute("aria-label", "Not to " + label);
    remove.addEventListener("click", () => {
      chip.remove();
      who.focus();
      htmx.trigger(document.getElementById("body"), "plain");
    });
    chip.append(label, remove);
    chips.append(chip);
  }
  who.value = "";
  shut();
  who.focus();
  htmx.trigger(document.getElementById("body"), "plain");
}
document.addEventListener("htmx:configRequest", (event) => {
  const form = event.detail.elt.closest("[data-people]");
  if (form && event.detail.path !== "/compose/people") {
    event.detail.formData.delete("q");
    form.querySelectorAll(".chips li").forEach((chip) => {
      event.detail.formData.append("who", chip.who);
      event.detail.formData.append("label", chip.label);
    });
  }
});
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.id === "found") {
    const all = options();
    document.getElementById("who").setAttribute("aria-expanded", !document.getElementById("found").hidden);
    point(all[0]);
  }
});
document.addEventListener("keydown", (event) => {
  if (event.target.id !== "who") {
    return;
  }
  const all = options();
  const at = all.findIndex((each) => each.getAttribute("aria-selected") === "true");
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    point(all[(at + (event.key === "ArrowDown" ? 1 : all.length - 1)) % all.length]);
  } else if (event.key === "Enter") {
    event.preventDefault();
    if (all[at]) {
      pick(all[at]);
    } else if (!event.target.value && document.querySelector(".chips li")) {
      document.getElementById("body").focus();
    }
  } else if (event.key === "Escape") {
    shut();
  } else if (event.key === "Backspace" && !event.target.value) {
    document.querySelector(".chips li:last-child button")?.click();
  }
});
document.addEventListener("click", (event) => {
  const option = event.target.closest("#found [role=option]:not([aria-disabled])");
  if (option) {
    pick(option);
  } else if (document.getElementById("found") && !event.target.closest(".picker")) {
    shut();
  }
});
