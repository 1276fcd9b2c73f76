// What was typed at an item of the desk and is not saved is sent to be kept when the editor leaves it by a link or a
// key, or closes the page; the server shows it again with the item. Buttons of the form send it anyway.
(() => {
  "use strict";
  const form = () => document.querySelector("form[data-leave]");

  const changed = (field) => {
    if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
    if (field.tagName === "SELECT") {
      const first = Math.max(0, [...field.options].findIndex((option) => option.defaultSelected));
      return field.selectedIndex !== first;
    }
    return field.type !== "hidden" && "defaultValue" in field && field.value !== field.defaultValue;
  };

  const keep = () => {
    const left = form();
    if (!left || !("unsaved" in left.dataset || [...left.elements].some(changed))) return;
    navigator.sendBeacon(left.dataset.leave, new FormData(left));
    delete left.dataset.leave;
  };

  document.addEventListener("htmx:beforeRequest", (event) => {
    const { requestConfig, target } = event.detail;
    if (requestConfig.verb === "get" && target.id === "desk") keep();
  });
  // A form that is sent as a whole page takes along what is typed: nothing is left behind then.
  document.addEventListener("submit", (event) => delete event.target.dataset.leave);
  addEventListener("pagehide", keep);
})();
