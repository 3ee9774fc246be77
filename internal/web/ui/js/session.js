// Two minutes before the end of an idle session the page asks whether somebody is still there.
const warnAfter = 13 * 60 * 1000;

export function warnBeforeEnd(doc) {
  const box = doc.querySelector("[data-session]");
  const address = doc.body.dataset.stay;
  if (!box || !address) return;
  let timer = 0;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => (box.hidden = false), warnAfter);
  };
  box.querySelector("[data-stay-button]").addEventListener("click", async () => {
    const answer = await fetch(address, { method: "POST", redirect: "manual" }).catch(() => null);
    if (!answer?.ok) return location.reload();
    box.hidden = true;
    wait();
  });
  wait();
}
