// Live regions. An event says only which region changed; this page then asks for itself, through the
// same gate as always, and puts the new region in the place of the old one.
import { fetchPage } from "./page.js";

export function listen(doc) {
  const address = doc.body.dataset.live;
  if (!address || !("EventSource" in window)) return;
  const seen = new Map();
  let stream = null;
  const open = () => {
    stream = new EventSource(address);
    stream.addEventListener("open", () => renewAll(doc));
    stream.addEventListener("region", (event) => {
      const [name, sequence] = event.data.split(" ");
      if (Number(sequence) <= (seen.get(name) ?? 0)) return;
      seen.set(name, Number(sequence));
      renew(doc, [name]);
    });
  };
  const close = () => {
    stream?.close();
    stream = null;
  };
  // A hidden tab closes its stream: six streams would block the whole browser.
  doc.addEventListener("visibilitychange", () => (doc.hidden ? close() : stream || open()));
  window.addEventListener("pagehide", close);
  if (!doc.hidden) open();
}

function renewAll(doc) {
  const names = [...doc.querySelectorAll("[data-region]")].map((r) => r.dataset.region);
  if (names.length > 0) renew(doc, names);
}

async function renew(doc, names) {
  let page;
  try {
    page = await fetchPage(location.href);
  } catch {
    doc.querySelector("[data-offline]")?.removeAttribute("hidden");
    return;
  }
  doc.querySelector("[data-offline]")?.setAttribute("hidden", "");
  for (const name of names) replace(doc, page, name);
}

function replace(doc, page, name) {
  const find = (d) => d.querySelector(`[data-region="${CSS.escape(name)}"]`);
  const old = find(doc);
  const fresh = find(page);
  if (!old || !fresh || typing(doc, old)) return;
  if (old.textContent === fresh.textContent && old.children.length === fresh.children.length && old.isEqualNode(fresh)) return;
  const focused = old.contains(doc.activeElement) ? doc.activeElement.id : "";
  // The outer element stays, so that a screen reader notices what is new inside it.
  old.replaceChildren(...[...fresh.childNodes].map((n) => doc.adoptNode(n)));
  if (focused) doc.getElementById(focused)?.focus();
}

// Somebody who is typing in a region keeps what is there; the next event brings the rest.
function typing(doc, region) {
  const at = doc.activeElement;
  return region.contains(at) && at.matches("input:not([type=hidden]), textarea, select") && at.value !== at.defaultValue;
}
