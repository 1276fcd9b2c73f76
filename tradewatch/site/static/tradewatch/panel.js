// The event that lies open beside the list: marks its row and its mark, and keeps the place and the focus of the reader.
(() => {
  "use strict";
  const panel = () => document.getElementById("panel");
  const number = () => panel()?.dataset.event ?? "";
  const rowOf = (event) => (event ? document.getElementById(`e-${event}`) : null);
  let kept = null; // the row that must not move on screen, and where it was
  let left = ""; // the event that was open before

  // Where the panel covers the whole screen, the keyboard stays in it: what lies below cannot be seen.
  const cover = () => {
    const covers = number() !== "" && panel().getBoundingClientRect().width >= document.documentElement.clientWidth;
    for (const below of document.querySelectorAll(".skip, .top, .ov, #results, .foot")) below.toggleAttribute("inert", covers);
  };

  const select = () => {
    if (!panel()) return;
    cover();
    const event = number();
    const chosen = [rowOf(event), event ? document.querySelector(`.ov-ev[href$="event=${event}"]`) : null];
    for (const one of document.querySelectorAll(".ev.is-sel, .ov-ev.is-sel")) {
      if (!chosen.includes(one)) one.classList.remove("is-sel");
    }
    for (const one of document.querySelectorAll('.ev h4 a[aria-current="true"]')) one.removeAttribute("aria-current");
    for (const one of chosen) one?.classList.add("is-sel");
    chosen[0]?.querySelector("h4 a")?.setAttribute("aria-current", "true");
    document.dispatchEvent(new CustomEvent("tradewatch:selected"));
  };

  const show = (element) => {
    element?.focus({ preventScroll: true });
    const box = element?.getBoundingClientRect();
    if (box && (box.top < 0 || box.bottom > innerHeight)) element.scrollIntoView({ block: "center" });
  };

  // A mark carries no attributes of htmx: there are up to 150 of them.
  document.addEventListener("click", (event) => {
    const mark = event.target.closest?.(".ov-ev");
    if (!mark || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || !window.htmx) return;
    event.preventDefault();
    const asked = { source: mark, target: "#panel", swap: "outerHTML show:none" };
    // What fails is said in the toast.
    window.htmx.ajax("GET", mark.getAttribute("href"), asked).catch(() => undefined);
  });

  // A link of the list was written before the panel was opened, or closed: the panel that is open stays.
  document.addEventListener("htmx:configRequest", (event) => {
    const asked = event.detail;
    if (asked.target?.id !== "results" || asked.elt.id === "filters") return;
    const address = new URL(asked.path, location.href);
    address.searchParams.delete("event");
    if (number()) address.searchParams.set("event", number());
    asked.path = address.pathname + address.search;
  });

  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target?.id !== "panel") return;
    left = number();
    const row = event.detail.requestConfig.elt.closest(".ev") ?? rowOf(left);
    kept = row && { id: row.id, top: row.getBoundingClientRect().top };
  });

  document.addEventListener("htmx:afterSettle", (event) => {
    select();
    if (event.target.id !== "panel" || event.detail.target?.id !== "panel") return;
    const row = kept && document.getElementById(kept.id);
    if (row) scrollBy({ top: row.getBoundingClientRect().top - kept.top, behavior: "instant" });
    if (number()) show(document.getElementById("panel-h"));
    else show(rowOf(left)?.querySelector("h4 a") ?? document.querySelector("#results h2"));
  });

  document.addEventListener("htmx:historyRestore", select);
  addEventListener("resize", () => panel() && cover());
  select();
})();
