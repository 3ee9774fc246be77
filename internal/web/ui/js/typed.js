// What somebody typed or chose, as opposed to what the page came with.
const fields = "input:not([type=hidden], [type=submit], [type=button]), textarea, select";

const isField = (node) => node.nodeType === Node.ELEMENT_NODE && node.matches(fields);

const fieldsIn = (node) => {
  if (node.nodeType !== Node.ELEMENT_NODE) return [];
  return isField(node) ? [node] : [...node.querySelectorAll(fields)];
};

function changed(field) {
  if (field.localName === "select") {
    const first = [...field.options].findIndex((o) => o.defaultSelected);
    return field.selectedIndex !== Math.max(first, 0);
  }
  if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
  return field.value !== field.defaultValue;
}

// typedIn tells whether something in a part of the page would be lost with it.
export const typedIn = (node) => fieldsIn(node).some(changed);

// held are the fields that must stay as they are: what was typed, and the one that somebody is in.
const held = (node) => fieldsIn(node).filter((f) => changed(f) || f === f.ownerDocument.activeElement);

const holds = (node) => held(node).length > 0;

// name is what two fields have in common that are the same to who fills them in.
const name = (f) =>
  [f.localName, f.type, f.name, f.form?.getAttribute("action"), f.type === "checkbox" || f.type === "radio" ? f.value : ""].join("|");

const twins = (old, fresh) => {
  if (old.nodeName !== fresh.nodeName) return false;
  const names = new Set(fieldsIn(fresh).map(name));
  return held(old).some((f) => names.has(name(f)));
};

// settle makes a part of the page like a fresh one, round the fields that hold something: these are never
// taken out of the page, so that neither text nor place is lost, also in the middle of a word.
export function settle(old, fresh) {
  const chosen = held(old).filter((f) => f.type === "radio" && f.checked);
  place(old, fresh);
  for (const f of chosen) f.checked = true; // a fresh answer of the same question took it away
}

function place(old, fresh) {
  copy(old, fresh);
  if (isField(old)) {
    if (old.localName === "textarea" && !changed(old)) old.defaultValue = fresh.defaultValue;
    return;
  }
  const kept = [...old.children].filter(holds);
  const theirs = [...fresh.childNodes];
  const pairs = new Map();
  let from = 0;
  for (const k of kept) {
    const at = theirs.findIndex((c, n) => n >= from && twins(k, c));
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
    place(k, n);
    next = k.nextSibling;
  }
}

// A form that is on its way keeps the mark that says so, and a text area the height to which it grew.
const ours = ["data-sent", "rows"];

function copy(old, fresh) {
  for (const a of [...old.attributes]) if (!fresh.hasAttribute(a.name) && !ours.includes(a.name)) old.removeAttribute(a.name);
  for (const a of fresh.attributes) if (!ours.includes(a.name) && old.getAttribute(a.name) !== a.value) old.setAttribute(a.name, a.value);
}
