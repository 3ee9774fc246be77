// Text areas grow with what is typed; limits count down in the place where they stand.
export function growAndCount(doc) {
  const countAll = () => {
    for (const line of doc.querySelectorAll("[data-count]:not([data-counts])")) count(doc, line);
  };
  countAll();
  doc.addEventListener("renewed", countAll);
  doc.addEventListener("input", (event) => {
    if (event.target instanceof HTMLTextAreaElement) grow(event.target);
  });
}

function grow(area) {
  if (area.scrollHeight > area.clientHeight) area.rows += 1;
}

function count(doc, line) {
  const field = doc.getElementById(line.dataset.for);
  if (!field) return;
  line.dataset.counts = "yes";
  const rest = line.textContent;
  const max = Number(line.dataset.count);
  const show = () => {
    const left = max - [...field.value].length;
    line.classList.toggle("limit-over", left < 0);
    const words = left < 0 ? line.dataset.over : line.dataset.left;
    line.textContent = field.value === "" ? rest : words.replace("#", String(Math.abs(left)));
  };
  field.addEventListener("input", show);
  show();
}
