// Two keys of the desk, for who keeps the eyes on the table: Ctrl+B darkens the screen in the room and shows
// it again, Ctrl+Enter goes to the next phase. Each presses a button that stands on the page.
export function pressByKey(doc) {
  doc.addEventListener("keydown", (event) => {
    if (!event.ctrlKey || event.altKey || event.metaKey) return;
    const button = wanted(doc, event.key);
    if (!button) return;
    event.preventDefault();
    button.click();
  });
}

function wanted(doc, key) {
  if (key.toLowerCase() === "b") return doc.querySelector("[data-blind] button");
  if (key === "Enter") return doc.querySelector("[data-forward]");
  return null;
}
