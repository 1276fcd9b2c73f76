// A filter that is taken off by its chip leaves the focus on the next chip, or on the count where there is none.
(() => {
  "use strict";
  let place = -1;
  const chips = () => [...document.querySelectorAll("#results .chip")];

  document.addEventListener("htmx:beforeSwap", (event) => {
    place = chips().indexOf(event.detail.requestConfig.elt);
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.id !== "results" || place < 0) return;
    (chips()[place] ?? document.querySelector("#results h2"))?.focus();
    place = -1;
  });
})();
