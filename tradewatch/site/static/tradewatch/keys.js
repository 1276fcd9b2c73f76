// Single keys: a key typed outside a field clicks, or focuses, the visible element that names it in data-key.
// "/" and Escape work everywhere; letters only inside [data-keys="on"], and not while a checkbox #keys-on is clear.
(() => {
  "use strict";
  const typing = (element) => element.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

  const wanted = (key) =>
    [...document.querySelectorAll("[data-key]")].find(
      (element) => element.dataset.key.toLowerCase() === key.toLowerCase() && element.offsetParent !== null,
    );

  const allowed = (element, key) => {
    if (key === "/" || key === "Escape") return true;
    const offered = document.getElementById("keys-on");
    return element.closest('[data-keys="on"]') !== null && (!offered || offered.checked);
  };

  // Enter presses whatever has the focus; only where nothing has it, it means the screen's main button.
  const pressed = (event) => event.key === "Enter" && event.target.closest("a, button, summary, label, input") !== null;

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.key !== "Escape" && typing(event.target)) return;
    if (event.key === "Escape" && document.querySelector(":popover-open")) return; // the browser closes that first
    if (pressed(event)) return;
    const element = wanted(event.key);
    if (!element || !allowed(element, event.key)) return;
    event.preventDefault();
    if (element.matches("input, select, textarea")) element.focus();
    else element.click();
  });
})();
