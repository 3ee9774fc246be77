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

// A page without a stream asks for itself now and then, as it does without a script. What may not hang
// there any longer is gone: a page without the region is loaded whole, and without an answer it is empty.
export function refresh(doc) {
  const seconds = Number(doc.body.dataset.refresh);
  if (!(seconds > 0)) return;
  const again = async () => {
    const region = doc.querySelector("[data-region]");
    try {
      const page = await fetchPage(location.href);
      if (!page.querySelector("[data-region]")) return location.reload();
      replace(doc, page, region.dataset.region);
    } catch {
      region.replaceChildren();
    }
  };
  setInterval(() => doc.hidden || again(), seconds * 1000);
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
