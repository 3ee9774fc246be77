// Press and hold shows a name for at most ten seconds, and only while held. Each press is a fresh
// request, so that each look is recorded. Without this script the button opens a page that says it.
import { fetchPage } from "./page.js";

const longest = 10_000;

export function peekWhilePressed(doc) {
  const all = () => {
    for (const form of doc.querySelectorAll("[data-peek]:not([data-peeks])")) hold(form);
  };
  all();
  doc.addEventListener("renewed", all);
}

function hold(form) {
  form.dataset.peeks = "yes";
  const button = form.querySelector("button");
  const place = form.querySelector("[data-peek-place]");
  let pressed = false;
  let timer = 0;
  const hide = () => {
    pressed = false;
    clearTimeout(timer);
    place.replaceChildren();
  };
  const show = async () => {
    if (pressed) return;
    pressed = true;
    const body = new URLSearchParams(new FormData(form));
    const page = await fetchPage(form.action, { method: "POST", body }).catch(() => null);
    const found = page?.querySelector("[data-peeked]");
    if (!pressed || !found) return;
    place.textContent = found.textContent;
    timer = setTimeout(hide, longest);
  };
  form.addEventListener("submit", (event) => event.preventDefault());
  button.addEventListener("pointerdown", show);
  button.addEventListener("keydown", (event) => {
    if (event.key === " " || event.key === "Enter") show();
  });
  for (const end of ["pointerup", "pointerleave", "pointercancel", "keyup", "blur"]) button.addEventListener(end, hide);
  window.addEventListener("blur", hide);
  document.addEventListener("visibilitychange", hide);
}
