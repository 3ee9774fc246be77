// Passkeys. A form marked with data-passkey asks this site for the options, the browser for the
// passkey, and is then sent like any other form. The output of the passkey's own function opens the
// keys; it travels beside the answer and is kept nowhere.
export function offerPasskeys(doc) {
  if (!("PublicKeyCredential" in window)) return;
  for (const text of doc.querySelectorAll("[data-passkey-either]")) text.hidden = false;
  for (const form of doc.querySelectorAll("[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      ask(form).catch(() => form.querySelector("[data-passkey-fault]")?.removeAttribute("hidden"));
    });
  }
}

async function ask(form) {
  form.querySelector("[data-passkey-fault]")?.setAttribute("hidden", "");
  const { token, options } = await ceremony(form);
  const publicKey = readable(options.publicKey);
  const made =
    form.dataset.passkey === "create"
      ? await navigator.credentials.create({ publicKey })
      : await navigator.credentials.get({ publicKey });
  form.elements.ceremony.value = token;
  form.elements.answer.value = JSON.stringify(written(made));
  const first = made.getClientExtensionResults().prf?.results?.first;
  form.elements.prf.value = first ? text(first) : "";
  form.submit();
}

async function ceremony(form) {
  const body = new URLSearchParams({ token: form.elements.token.value });
  const answer = await fetch(form.dataset.options, { method: "POST", body });
  if (!answer.ok) throw new Error(`options ${answer.status}`);
  return answer.json();
}

// readable turns the texts of the options into the bytes that the browser wants.
function readable(options) {
  const out = { ...options, challenge: bytes(options.challenge) };
  if (options.user) out.user = { ...options.user, id: bytes(options.user.id) };
  for (const list of ["allowCredentials", "excludeCredentials"]) {
    if (options[list]) out[list] = options[list].map((c) => ({ ...c, id: bytes(c.id) }));
  }
  const first = options.extensions?.prf?.eval?.first;
  if (first) out.extensions = { ...options.extensions, prf: { eval: { first: bytes(first) } } };
  return out;
}

// written turns the answer of the browser into text. The output of the function is left out.
function written(made) {
  const response = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (made.response[name]) response[name] = text(made.response[name]);
  }
  const prf = made.getClientExtensionResults().prf;
  const results = prf && "enabled" in prf ? { prf: { enabled: prf.enabled } } : {};
  return { id: made.id, rawId: text(made.rawId), type: made.type, response, clientExtensionResults: results };
}

function bytes(text) {
  const raw = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(raw, (c) => c.charCodeAt(0));
}

function text(buffer) {
  const raw = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(raw).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
