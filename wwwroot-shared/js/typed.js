// What stands in a field is what the portal knows of it. Loaded by pages with a circuit, before the circuit starts.
(() => {
  const fields = "input:not([type=file], [type=hidden], [type=submit], [type=button]), select, textarea";
  const longestSilence = 60_000; // a dead line is noticed after half a minute at the latest

  // Nobody hears a page yet that the circuit will draw anew: so nothing can be typed into it, nor sent by the browser itself.
  const early = [...document.querySelectorAll(`form, ${fields}`)].filter((piece) => !piece.closest("form[method=post]"));
  for (const piece of early) piece.inert = true;
  const waking = new MutationObserver(() => {
    for (const piece of early) piece.inert = false;
    waking.disconnect();
  });
  waking.observe(document.documentElement, { attributes: true, attributeFilter: ["data-live"] });

  const isTick = (field) => field.type === "checkbox" || field.type === "radio";
  const typed = new Map(); // field: what somebody wrote there, when, and whether leaving the field has told it
  const ticked = new Set(); // fields that stand otherwise than before the line went
  let isAway = false, since = 0;
  const hear = ({ type, target }) => {
    if (!target.matches?.(fields)) return;
    if (!isTick(target)) typed.set(target, { value: target.value, when: performance.now(), isTold: type === "change" });
    else if (type === "change" && isAway && !(target.type === "checkbox" && ticked.delete(target))) ticked.add(target);
  };
  addEventListener("input", hear, true);
  addEventListener("change", hear, true);

  const tell = (field) => {
    for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
    // Suggestions are for whoever is in the field.
    if (field !== document.activeElement) field.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
  };

  // The line is back: what was sent while it was away, or shortly before, may not have arrived.
  const notice = document.getElementById("components-reconnect-modal");
  new MutationObserver(() => {
    const wasAway = isAway;
    isAway = /components-reconnect-(show|retrying|failed|paused)/.test(notice.className);
    if (isAway && !wasAway) since = performance.now() - longestSilence;
    if (isAway || !wasAway) return;
    for (const [field, { value, when }] of [...typed]) if (field.isConnected && field.value === value && when >= since) tell(field);
    for (const field of ticked) if (field.isConnected && (field.checked || field.type === "checkbox")) tell(field);
    ticked.clear();
  }).observe(notice, { attributes: true, attributeFilter: ["class"] });

  // A button pressed by a program that reads the screen leaves the cursor where it is: the field has not told yet.
  addEventListener("click", ({ target }) => {
    if (!target.closest?.("button, a, [type=submit]")) return;
    for (const [field, { value, isTold }] of [...typed]) {
      if (!field.isConnected) typed.delete(field);
      else if (!isTold && field.value === value) field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }, true);
})();
