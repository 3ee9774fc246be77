// A page made for paper has a button to print it; without this script the browser's own menu does.
export function offerPrint(doc) {
  for (const button of doc.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}
