// fetchPage asks for a page of this site as a document. The browser parses it itself, so no text is
// ever turned into markup by this script, and the policy can forbid that altogether.
export function fetchPage(address, { method = "GET", body = null } = {}) {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    request.responseType = "document";
    request.setRequestHeader("Accept", "text/html");
    request.addEventListener("load", () => {
      const here = new URL(request.responseURL || address, location.href).origin === location.origin;
      if (request.status === 200 && here && request.response) done(request.response);
      else fail(new Error(`page ${request.status}`));
    });
    request.addEventListener("error", () => fail(new Error("no network")));
    request.send(body);
  });
}
