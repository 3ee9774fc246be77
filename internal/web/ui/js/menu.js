// An open menu closes when somebody goes elsewhere.
export function closeMenus(doc) {
  const menus = () => doc.querySelectorAll("details.menu-small[open]");
  doc.addEventListener("click", (event) => {
    for (const menu of menus()) if (!menu.contains(event.target)) menu.open = false;
  });
  doc.addEventListener("keydown", (event) => {
    if (event.key === "Escape") for (const menu of menus()) menu.open = false;
  });
}
