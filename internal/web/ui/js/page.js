// fetchPage asks for a page of this site as a document. The browser parses it itself, so no text is
// ever turned into markup by this script, and the policy can forbid that altogether. part asks for the
// page without its frame. What fails says whether the page is gone: hidden, over, or behind a sign-in.
export function fetchPage(address, { method = "GET", body = null, part = false } = {}) {
  return new Promise((done, fail) => {
    const asked = new URL(address, location.href);
    const request = new XMLHttpRequest();
    request.open(method, asked);
    request.responseType = "document";
    request.timeout = 15_000;
    request.setRequestHeader("Accept", "text/html");
    if (part) request.setRequestHeader("Beraad-Region", "all");
    const failed = (why) => fail(Object.assign(new Error(why.text), why));
    request.addEventListener("load", () => {
      const at = new URL(request.responseURL || asked, location.href);
      const here = at.origin === location.origin;
      const elsewhere = here && part && at.pathname !== asked.pathname;
      if (request.status === 200 && here && !elsewhere && request.response) done(request.response);
      else failed({ text: `page ${request.status}`, signedOut: elsewhere || request.status === 401, gone: elsewhere || [401, 403, 404, 405, 410].includes(request.status) });
    });
    for (const end of ["error", "timeout"]) request.addEventListener(end, () => failed({ text: "no network" }));
    request.send(body);
  });
}

// reached tells whether the server is there; who asks waits no longer than it matters.
export async function reached() {
  try {
    return (await fetch("/healthz", { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(4_000) })).ok;
  } catch {
    return false;
  }
}
