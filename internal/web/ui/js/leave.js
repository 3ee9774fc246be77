// Esc twice within a second leaves at once. The page goes blank first: the network may be slow.
export function leaveOnEscape(doc) {
  let last = -Infinity;
  doc.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const soon = event.timeStamp - last < 1000;
    last = event.timeStamp;
    if (soon) leave(doc);
  });
}

function leave(doc) {
  const way = doc.querySelector("[data-leave]");
  if (!way) return;
  doc.title = "";
  doc.documentElement.hidden = true;
  if (way instanceof HTMLFormElement) way.submit();
  else doc.defaultView.location.replace(way.href);
}
