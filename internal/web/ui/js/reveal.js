// Fields that belong to one answer show when it is chosen. Without this script they always show, with
// their question, so that nothing is lost; a hidden field is still sent, and the server decides.
export function revealByAnswer(doc) {
  const all = [...doc.querySelectorAll("[data-reveals]")];
  const show = () => {
    for (const answer of all) doc.getElementById(answer.dataset.reveals).hidden = !answer.checked;
  };
  doc.addEventListener("change", show);
  window.addEventListener("pageshow", show);
  show();
}
