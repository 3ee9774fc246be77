// The summary of what to look at again takes the focus when the page comes back.
export function focusErrors(doc) {
  doc.querySelector("[data-errors]")?.focus();
}
