// A form is sent once; the server would answer a second sending with the first result, but people
// should not have to wonder. After going back the form works again.
export function sendOnce(doc) {
  doc.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-once]")) return;
    if (form.dataset.sent === "yes") {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    for (const button of form.querySelectorAll("button")) button.setAttribute("aria-disabled", "true");
  });
  doc.defaultView.addEventListener("pageshow", () => {
    for (const form of doc.querySelectorAll("[data-sent]")) {
      delete form.dataset.sent;
      for (const button of form.querySelectorAll("button")) button.removeAttribute("aria-disabled");
    }
  });
}
