// The few things only the browser can do. Loaded by every page of the portal; no inline script anywhere.
const year = 60 * 60 * 24 * 365;

window.invoiceSync = {
  live() { document.documentElement.dataset.live = "true"; },

  // "light", "dark" or "auto"; the cookie lets the server draw the next page right from the first byte.
  theme(choice) {
    if (choice === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = choice;
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie = `theme=${choice}; Path=/; Max-Age=${year}; SameSite=Lax${secure}`;
  },
};

// Copy buttons carry the text; they work on pages with and without a circuit.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.copy);
  const before = button.textContent;
  button.textContent = button.dataset.copied;
  setTimeout(() => { button.textContent = before; }, 1600);
});

// A menu closes when the reader looks elsewhere or presses Escape.
const openMenus = () => document.querySelectorAll("details.menu[open]");
document.addEventListener("click", (event) => {
  for (const menu of openMenus()) if (!menu.contains(event.target) || event.target.closest(".floating")) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of openMenus()) { menu.open = false; menu.querySelector("summary").focus(); }
});
