// Back and forward: what htmx brings back is the page's markup. What was typed or ticked is read from the address
// again, and the focus goes back to where it was when the reader left.
(() => {
  "use strict";
  const left = new Map(); // address → id of what had the focus

  const read = (field, query) => {
    if (field.type === "checkbox") field.checked = query.getAll(field.name).includes(field.value);
    else if (field.tagName === "SELECT") field.value = query.get(field.name) ?? field.options[0].value;
    else if (field.type === "date") field.value = (query.get(field.name) ?? "").length % 10 ? field.defaultValue : (query.get(field.name) ?? "");
    else field.value = query.get(field.name) ?? "";
  };

  const readFields = () => {
    const query = new URLSearchParams(location.search);
    for (const field of document.getElementById("filters")?.elements ?? []) {
      if (field.name && field.type !== "hidden" && !field.hasAttribute("aria-invalid")) read(field, query);
    }
  };

  const refocus = () => {
    const place = document.getElementById(left.get(location.pathname + location.search));
    const within = place?.matches("a, button, input, select, [tabindex]") ? place : place?.querySelector("h4 a, h2");
    const element = within ?? document.querySelector("#panel-h, #results h2");
    element?.focus({ preventScroll: true });
  };

  document.addEventListener("htmx:beforeHistorySave", (event) => {
    const place = document.activeElement?.closest("[id]");
    if (place) left.set(event.detail.path, place.id);
  });

  // Whoever signs out leaves no pages behind for whoever sits down next.
  document.addEventListener("submit", (event) => {
    if (event.target.getAttribute("action") === "/logout/") sessionStorage.removeItem("htmx-history-cache");
  });

  document.addEventListener("htmx:historyRestore", () => {
    readFields();
    refocus();
  });
})();
