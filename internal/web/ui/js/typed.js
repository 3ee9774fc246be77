// What somebody typed or chose, as opposed to what the page came with.
const fields = "input:not([type=hidden], [type=submit], [type=button]), textarea, select";

const isField = (node) => node.nodeType === Node.ELEMENT_NODE && node.matches(fields);

const isChoice = (f) => f.localName === "select" || f.type === "checkbox" || f.type === "radio";

const fieldsIn = (node) => {
  if (node.nodeType !== Node.ELEMENT_NODE) return [];
  return isField(node) ? [node] : [...node.querySelectorAll(fields)];
};

const first = (select) => Math.max([...select.options].findIndex((o) => o.defaultSelected), 0);

function changed(f) {
  if (f.localName === "select") return f.selectedIndex !== first(f);
  return isChoice(f) ? f.checked !== f.defaultChecked : f.value !== f.defaultValue;
}

// typedIn tells whether something in a part of the page would be lost with it, and textIn whether words would.
export const typedIn = (node) => fieldsIn(node).some(changed);
export const textIn = (node) => fieldsIn(node).some((f) => !isChoice(f) && changed(f));

// about is where a form goes and what it is about: the text that one agrees with, the revision that one
// changes. Only its token, its page and how its counts lay may differ from one time to the next.
const about = (form) => {
  const hidden = [...(form?.elements ?? [])].filter((e) => e.type === "hidden" && !["token", "page", "was"].includes(e.name));
  return [form?.getAttribute("action"), ...hidden.map((e) => `${e.name}=${e.value}`)].join("|");
};

// settle makes a part of the page like a fresh one, round the fields that hold something: these are never
// taken out of the page, so that neither text nor place is lost, also in the middle of a word. A form that
// is about something else by now stays whole as it is when text stands in it, so that the server finds it
// stale; what was only chosen in it is taken back, since nobody chose it about the new words.
export function settle(old, fresh) {
  const known = new Set([...fresh.querySelectorAll("form")].map(about));
  for (const f of fieldsIn(old)) if (isChoice(f) && changed(f) && !known.has(about(f.form))) takeBack(f);
  // What must stay as it is: what was typed, and the field that somebody is in.
  const held = new Set(fieldsIn(old).filter((f) => changed(f) || f === f.ownerDocument.activeElement));
  const chosen = [...held].filter((f) => f.type === "radio" && f.checked);
  // Before anything moves: a form that is being renewed does not know what it is about.
  const names = new Map();
  for (const f of held) names.set(f, name(f, known.has(about(f.form))));
  const theirs = new Map();
  for (const f of fieldsIn(fresh)) theirs.set(f, [name(f, true), name(f, false)]);
  place(old, fresh, {
    held: (node) => fieldsIn(node).filter((f) => held.has(f)),
    // Two parts are twins when they hold a field that is the same to who fills it in.
    twins(mine, other) {
      if (mine.nodeName !== other.nodeName) return false;
      const found = new Set(fieldsIn(other).flatMap((f) => theirs.get(f)));
      return fieldsIn(mine).some((f) => held.has(f) && found.has(names.get(f)));
    },
  });
  for (const f of chosen) f.checked = true; // a fresh answer of the same question took it away
}

// name is what a field is to who fills it in; exact: also what its form is about.
function name(f, exact) {
  const value = f.type === "checkbox" || f.type === "radio" ? f.value : "";
  return [f.localName, f.type, f.name, value, exact ? about(f.form) : f.form?.getAttribute("action")].join("|");
}

function takeBack(f) {
  if (f.localName === "select") f.selectedIndex = first(f);
  else f.checked = f.defaultChecked;
}

function place(old, fresh, all) {
  if (old.localName === "form" && about(old) !== about(fresh)) return;
  copy(old, fresh);
  if (isField(old)) {
    if (old.localName === "textarea" && !changed(old)) old.defaultValue = fresh.defaultValue;
    return;
  }
  const kept = [...old.children].filter((c) => all.held(c).length > 0);
  const theirs = [...fresh.childNodes];
  const pairs = new Map();
  let from = 0;
  for (const k of kept) {
    const at = theirs.findIndex((c, n) => n >= from && all.twins(k, c));
    if (at < 0) continue;
    pairs.set(theirs[at], k);
    from = at + 1;
  }
  for (const n of [...old.childNodes]) if (!kept.includes(n)) n.remove();
  let next = old.firstChild;
  for (const n of theirs) {
    const k = pairs.get(n);
    if (!k) {
      old.insertBefore(old.ownerDocument.adoptNode(n), next);
      continue;
    }
    place(k, n, all);
    next = k.nextSibling;
  }
}

// A form that is on its way keeps the mark that says so, and a text area the height to which it grew.
const ours = ["data-sent", "rows"];

function copy(old, fresh) {
  for (const a of [...old.attributes]) if (!fresh.hasAttribute(a.name) && !ours.includes(a.name)) old.removeAttribute(a.name);
  for (const a of fresh.attributes) if (!ours.includes(a.name) && old.getAttribute(a.name) !== a.value) old.setAttribute(a.name, a.value);
}
