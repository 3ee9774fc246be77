// Nothing that was typed is kept in the browser, so a form that is sent while the network is gone would be
// lost with its page. A page that can say that the network is gone asks first whether the server is there.
// A press on another form, or on a link, takes the page away just as well.
import { reached } from "./page.js";
import { textIn } from "./typed.js";

export function keepTyped(doc) {
  const word = doc.querySelector("[data-offline]");
  if (!word) return;
  const gone = () => !word.hidden || !navigator.onLine;
  const said = () => {
    word.hidden = false;
    word.scrollIntoView({ block: "nearest" });
  };
  const sure = new WeakSet();
  let asking = false;
  const ask = async (form, button) => {
    asking = true;
    const there = await reached();
    asking = false;
    if (there) {
      sure.add(form);
      return form.requestSubmit(same(form, button));
    }
    said();
  };
  const first = (event) => {
    const form = event.target;
    if (sure.delete(form) || form.matches("[data-leave], [data-peek], [data-passkey]")) return;
    if (form.method !== "post" || !(gone() || textIn(doc.body))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!asking) ask(form, event.submitter);
  };
  doc.addEventListener("submit", first, { capture: true });
  doc.addEventListener("click", async (event) => {
    const link = event.target.closest("a[href]");
    if (!link || link.matches("[data-leave], [target]") || !gone() || !textIn(doc.body)) return;
    event.preventDefault();
    if (await reached()) location.assign(link.href);
    else said();
  });
}

// The page may have renewed the button meanwhile.
function same(form, button) {
  if (!button || form.contains(button)) return button;
  return [...form.querySelectorAll("button")].find((b) => b.name === button.name && b.value === button.value);
}
