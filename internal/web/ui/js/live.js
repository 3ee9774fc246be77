// Live regions. An event says only that something changed; this page then asks for itself, through the
// same gate as always, and puts what is new in the place of what was there.
import { fetchPage, reached } from "./page.js";
import { settle, typedIn } from "./typed.js";

// How long a break may last before the page says so, and how long it waits between two tries, in ms: never so
// long that a server that is back waits for its screens more than five seconds.
const calm = 2_000;
const waits = [1_000, 2_000];

// A stream speaks when it opens and gives a sign of life every 20 s. One that says nothing is held back on its
// way, or died while the machine slept; then the page asks for itself, and tries a stream again later.
const word = 5_000;
const life = 45_000;
const later = 10_000;
const look = 1_000;

export function listen(doc) {
  const { live, refresh } = doc.body.dataset;
  const page = renewing(doc);
  // The wall asks for itself now and then too, as it does without a script.
  if (Number(refresh) > 0) setInterval(() => doc.hidden || page.ask(), Number(refresh) * 1000);
  if (!live) return;
  if ("EventSource" in window) follow(doc, live, page);
  else say(doc, "none");
}

// renewing asks for the page again, never twice at the same time; what is asked meanwhile comes after.
function renewing(doc) {
  let { seen = "" } = doc.body.dataset;
  let wanted = seen;
  let running = false;
  let asked = false;
  const page = {
    stop() {},
    // hear takes the number of the last change. One that the page shows already is no news.
    // A page whose form is on its way makes place for another in a moment; if not, it asks all the same.
    hear(number) {
      wanted = number;
      if (number === seen) return;
      if (sending(doc)) setTimeout(() => page.ask(), 3_000);
      else page.ask();
    },
    async ask() {
      asked = true;
      if (running) return;
      running = true;
      while (asked) {
        asked = false;
        const number = wanted;
        if (await renew(doc, page)) seen = number;
      }
      running = false;
    },
  };
  return page;
}

// follow keeps a stream open for as long as somebody looks: six streams would block the whole browser, so
// a hidden page closes its own. Between two streams it asks for the page, which is slower but never wrong.
function follow(doc, address, page) {
  let stream = null;
  let timer = 0;
  let tries = 0;
  let full = false;
  let over = false;
  let heard = 0; // when the stream last said something, or was opened
  let spoke = false;
  const close = () => {
    clearTimeout(timer);
    stream?.close();
    stream = null;
  };
  const open = () => {
    if (stream || over || doc.hidden) return;
    clearTimeout(timer);
    heard = Date.now();
    spoke = false;
    stream = new EventSource(address);
    stream.addEventListener("beat", () => (heard = Date.now()));
    stream.addEventListener("region", (event) => {
      heard = Date.now();
      spoke = true;
      tries = 0;
      full = false;
      say(doc, "on");
      page.hear(event.data.split(" ")[1]);
    });
    stream.addEventListener("bye", (event) => bye(event.data));
    stream.addEventListener("error", () => {
      broken();
      page.ask();
    });
  };
  // Not all come back at the same moment.
  const broken = () => {
    close();
    if (tries === 0) setTimeout(() => stream || over || full || doc.hidden || say(doc, "off"), calm);
    timer = setTimeout(open, waits[Math.min(tries++, waits.length - 1)] * (1 + Math.random() / 2));
  };
  const bye = (why) => {
    if (why === "stops") return broken();
    close();
    say(doc, "none");
    full = why === "full";
    over = why === "over";
    if (over) page.ask();
  };
  // One that spoke before is opened anew. One that never did is held back when the server is there all the same.
  const silent = async () => {
    const held = !spoke;
    close();
    if (held && !(await reached())) return broken();
    page.ask();
    if (!held) return open();
    if (stream || over) return;
    say(doc, "none");
    timer = setTimeout(open, later);
  };
  setInterval(() => stream && Date.now() - heard > (spoke ? life : word) && silent(), look);
  page.stop = () => {
    over = true;
    close();
  };
  doc.addEventListener("visibilitychange", () => (doc.hidden ? close() : open()));
  window.addEventListener("focus", () => full && open());
  window.addEventListener("online", () => {
    close(); // one from before may be dead without knowing it
    open();
  });
  window.addEventListener("offline", () => over || say(doc, "off"));
  window.addEventListener("pagehide", close);
  window.addEventListener("pageshow", open);
  open();
}

// say tells in a calm word that the network is gone; "none" offers the way without a stream.
function say(doc, how) {
  doc.body.classList.toggle("live-none", how === "none");
  for (const word of doc.querySelectorAll("[data-offline]")) word.hidden = how !== "off";
}

// renew gives whether the page shows now what it was asked for.
async function renew(doc, page) {
  try {
    const fresh = await fetchPage(location.href, { part: true });
    if (!fresh.querySelector("[data-region]")) throw Object.assign(new Error("no region"), { gone: true });
    for (const region of doc.querySelectorAll("[data-region]")) replace(doc, region, fresh);
    doc.dispatchEvent(new Event("renewed"));
    return true;
  } catch (why) {
    if (why.gone) leave(doc, page, why);
    else if (doc.body.dataset.refresh) for (const region of doc.querySelectorAll("[data-region]")) region.replaceChildren();
    return false;
  }
}

// What may not be seen any longer is gone at once, with the whole page. Only who was signed out and has
// typed something keeps the page: when it is sent, it is kept, and comes back after the sign-in.
function leave(doc, page, why) {
  page.stop();
  if (!sending(doc) && !(why.signedOut && typedIn(doc.body))) location.reload();
}

const sending = (doc) => doc.querySelector('[data-sent="yes"]') !== null;

function replace(doc, old, page) {
  const fresh = page.querySelector(`[data-region="${CSS.escape(old.dataset.region)}"]`);
  if (!fresh) {
    if (!typedIn(old)) old.replaceChildren();
    return;
  }
  if (sameBut(old, fresh)) return;
  const again = refocus(doc, old);
  const opened = [...old.querySelectorAll("details[open] > summary")].map((s) => s.textContent);
  // The outer element stays, so that a screen reader notices what is new inside it.
  settle(old, fresh);
  for (const s of old.querySelectorAll("details > summary")) if (opened.includes(s.textContent)) s.parentElement.open = true;
  again();
}

// sameBut tells whether only the tokens of forms are new, and takes these over.
function sameBut(old, fresh) {
  const tokens = (part) => [...part.querySelectorAll("input[name=token]")];
  const news = tokens(fresh);
  const like = old.cloneNode(true);
  if (tokens(like).length !== news.length) return false;
  tokens(like).forEach((t, n) => t.setAttribute("value", news[n].value));
  if (!like.isEqualNode(fresh)) return false;
  tokens(old).forEach((t, n) => t.setAttribute("value", news[n].value));
  return true;
}

// refocus remembers which button or link has the focus; a field that has it stays where it is.
function refocus(doc, old) {
  const at = doc.activeElement;
  if (!old.contains(at) || at === old) return () => {};
  const mark = (e) => [e.localName, e.id, e.getAttribute("href"), e.name, e.value, e.textContent].join("|");
  const wanted = mark(at);
  return () => {
    if (doc.contains(at)) return;
    [...old.querySelectorAll(at.localName)].find((e) => mark(e) === wanted)?.focus({ preventScroll: true });
  };
}
