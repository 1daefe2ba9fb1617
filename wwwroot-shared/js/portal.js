// The few things only the browser can do. Loaded by every page of the portal; no inline script anywhere.
const year = 60 * 60 * 24 * 365;

window.invoiceSync = {
  live() { document.documentElement.dataset.live = "true"; },

  // Who reads the screen hears where they are now; who writes there already is left alone.
  arrive() {
    const title = document.querySelector("h1");
    if (!title || document.activeElement?.matches("main :is(input, select, textarea)")) return;
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  },

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

// Passkeys: the browser asks the portal for a challenge and gives back what the authenticator made of it.
const post = (path, body) => fetch(path, {
  method: "POST",
  headers: { "Content-Type": "application/json", "RequestVerificationToken": document.querySelector("input[name=__RequestVerificationToken]").value },
  body: JSON.stringify(body),
});
const problem = async (answer) => {
  const text = await answer.json().catch(() => ({}));
  return (text.type ?? "passkey.refused").split(/[/#]/).pop();
};

// Null when it went well, else the code of the refusal.
window.invoiceSync.addPasskey = async (name) => {
  const base = document.baseURI.replace(/\/$/, "");
  try {
    const asked = await post(`${base}/account/passkeys/options`, {});
    if (!asked.ok) return await problem(asked);
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await asked.json());
    const credential = await navigator.credentials.create({ publicKey });
    const added = await post(`${base}/account/passkeys/`, { name, credential: credential.toJSON() });
    return added.ok ? null : await problem(added);
  } catch {
    return "passkey.refused"; // the person turned away, or the authenticator did
  }
};

window.invoiceSync.provePasskey = async () => {
  const base = document.baseURI.replace(/\/$/, "");
  try {
    const asked = await post(`${base}/account/passkeys/proof/options`, {});
    if (!asked.ok) return await problem(asked);
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await asked.json());
    const credential = await navigator.credentials.get({ publicKey });
    const proved = await post(`${base}/account/passkeys/proof`, { credential: credential.toJSON() });
    return proved.ok ? null : await problem(proved);
  } catch {
    return "passkey.refused";
  }
};

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-passkey]");
  if (!button) return;
  const failed = document.querySelector("[data-passkey-failed]");
  failed.hidden = true;
  try {
    const asked = await post("/sign-in/passkey/options", {});
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await asked.json());
    const credential = await navigator.credentials.get({ publicKey });
    const entered = await post("/sign-in/passkey/", { credential: credential.toJSON(), return_url: button.dataset.passkey || null });
    if (entered.ok) location.assign((await entered.json()).to);
    else failed.hidden = false;
  } catch {
    failed.hidden = false;
  }
});

// A sheet of rows: Enter and the arrows go up and down in the same column, as in a spreadsheet.
document.addEventListener("keydown", (event) => {
  const cell = event.target.closest("[data-sheet] [data-col]");
  const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  // A list of suggestions is open: the arrows choose in it, and Enter takes what is chosen.
  if (cell?.getAttribute("aria-expanded") === "true" && (event.key !== "Enter" || cell.hasAttribute("aria-activedescendant"))) { event.preventDefault(); return; }
  if (!cell || !step || event.ctrlKey || event.altKey || (cell.tagName === "SELECT" && event.key !== "Enter")) return;
  event.preventDefault();
  const column = [...cell.closest("[data-sheet]").querySelectorAll(`[data-col="${cell.dataset.col}"]`)];
  const next = column[column.indexOf(cell) + step];
  next?.focus();
  next?.select?.();
});

// "change" does not bubble in Blazor, and a form wants to hear of every field: by another name it does.
document.addEventListener("DOMContentLoaded", () => window.Blazor?.registerCustomEventType("changed", { browserEventName: "change", createEventArgs: () => ({}) }));

// Search: Ctrl+K or its button. The browser's own modal dialog keeps the focus in and closes with Escape.
const search = () => document.getElementById("search");
const openSearch = () => { if (!search() || search().open) return; search().showModal(); document.getElementById("search-text").select(); };
window.invoiceSync.closeSearch = () => search()?.close();
document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k") { event.preventDefault(); openSearch(); }
  if (event.target.id === "search-text" && ["ArrowUp", "ArrowDown"].includes(event.key)) event.preventDefault();
});
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-search]")) openSearch();
  if (event.target === search()) search().close(); // the backdrop
});
// What is chosen stays in sight.
new MutationObserver(() => document.querySelector("#search-hits [aria-selected=true]")?.scrollIntoView({ block: "nearest" }))
  .observe(document, { subtree: true, attributes: true, attributeFilter: ["aria-activedescendant"] });
