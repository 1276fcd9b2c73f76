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

  // A form that makes something new has no item to keep its inputs with: whoever leaves it is asked first. The form
  // says "typed" where the server has shown it again with what was sent.
  const wouldBeLost = () => {
    const asked = document.querySelector("form[data-ask]");
    return asked !== null && (asked.dataset.ask === "typed" || [...asked.elements].some(changed));
  };

  document.addEventListener("htmx:beforeRequest", (event) => {
    const { requestConfig, target } = event.detail;
    if (requestConfig.verb !== "get" || target.id !== "desk") return;
    if (wouldBeLost() && !confirm("Leave this form? What you typed into it is not saved.")) event.preventDefault();
    else keep();
  });
  // A form that is sent takes along what is typed: nothing is left behind then, unless the sending fails.
  document.addEventListener("submit", (event) => {
    delete event.target.dataset.leave;
    if (!("ask" in event.target.dataset)) return;
    delete event.target.dataset.ask;
    const failed = () => (event.target.dataset.ask = "typed");
    for (const name of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
      event.target.addEventListener(name, failed, { once: true });
    }
  });
  addEventListener("beforeunload", (event) => {
    if (wouldBeLost()) event.preventDefault();
  });
  addEventListener("pagehide", keep);
})();
