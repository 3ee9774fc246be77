// Fields that belong to one answer show when it is chosen. Without this script they always show, with
// their question, so that nothing is lost; a hidden field is still sent, and the server decides.
export function revealByAnswer(doc) {
  const show = () => {
    for (const answer of doc.querySelectorAll("[data-reveals]")) doc.getElementById(answer.dataset.reveals).hidden = !answer.checked;
  };
  doc.addEventListener("change", show);
  doc.addEventListener("renewed", show);
  window.addEventListener("pageshow", show);
  show();
}
