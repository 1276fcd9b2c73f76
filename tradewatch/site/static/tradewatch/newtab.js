// A link opened with Ctrl, Shift or Command goes to a tab of its own, as everywhere: htmx does not get to see the click.
(() => {
  "use strict";
  document.addEventListener(
    "click",
    (event) => {
      if ((event.ctrlKey || event.metaKey || event.shiftKey) && event.target.closest?.("a[hx-get]")) event.stopImmediatePropagation();
    },
    true,
  );
})();
