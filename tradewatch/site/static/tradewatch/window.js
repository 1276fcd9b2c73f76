// The window of dates, moved by two thumbs below the overview (mouse, touch or arrow keys) or by a drag over it.
// Both fill the two date fields of the form, which are what is sent; whoever has no scripts types into those.
(() => {
  "use strict";
  const DAY = 86400000;
  const NEAR = 5; // pixels that a hand may shake in a click
  const SVG = "http://www.w3.org/2000/svg";
  const byId = (id) => document.getElementById(id);
  const dayAt = (first, number) => new Date(Date.parse(first) + number * DAY).toISOString().slice(0, 10);
  const daysFrom = (first, day) => Math.round((Date.parse(day) - Date.parse(first)) / DAY);
  const inWords = (day) =>
    new Date(day).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

  const say = (thumb, day) => thumb.setAttribute("aria-valuetext", inWords(day));

  // A thumb at its end of the strip leaves that end of the window open.
  const fill = (thumb, field, end) => {
    const day = dayAt(byId("strip").dataset.first, Number(thumb.value));
    field.value = Number(thumb.value) === end ? "" : day;
    say(thumb, day);
  };

  const moved = (thumb) => {
    const [start, end] = [byId("first-day"), byId("last-day")];
    if (Number(start.value) > Number(end.value)) (thumb === start ? end : start).value = thumb.value;
    fill(start, byId("from"), 0);
    fill(end, byId("to"), Number(end.max));
  };

  const follow = () => {
    const strip = byId("strip");
    if (!strip) return;
    const ends = [[byId("first-day"), byId("from"), "0"], [byId("last-day"), byId("to"), byId("last-day").max]];
    for (const [thumb, field, end] of ends) {
      thumb.value = field.value ? daysFrom(strip.dataset.first, field.value) : end;
      say(thumb, dayAt(strip.dataset.first, Number(thumb.value)));
    }
  };

  document.addEventListener("input", (event) => {
    if (event.target.matches("#first-day, #last-day")) moved(event.target);
  });
  document.addEventListener("change", (event) => {
    if (event.target.matches("#from, #to")) follow();
  });
  document.addEventListener("htmx:historyRestore", follow);

  let drag = null;
  let dragged = false;

  const share = (event) => {
    const box = drag.stage.getBoundingClientRect();
    return Math.min(Math.max((event.clientX - box.left) / box.width, 0), 1);
  };

  const begin = () => {
    drag.veil = document.createElementNS(SVG, "rect");
    drag.veil.setAttribute("class", "ov-drag");
    drag.veil.setAttribute("height", "100%");
    drag.stage.append(drag.veil);
  };

  const draw = (event) => {
    const at = share(event);
    drag.veil.setAttribute("x", `${100 * Math.min(at, drag.from)}%`);
    drag.veil.setAttribute("width", `${100 * Math.abs(at - drag.from)}%`);
  };

  const choose = (event) => {
    const plot = drag.stage.closest(".ov-plot");
    const days = daysFrom(plot.dataset.first, plot.dataset.last) + 1;
    const dayOf = (at) => dayAt(plot.dataset.first, Math.min(Math.floor(at * days), days - 1));
    const ends = [drag.from, share(event)].sort((one, other) => one - other);
    byId("from").value = dayOf(ends[0]);
    byId("to").value = dayOf(ends[1]);
    byId("to").dispatchEvent(new Event("change", { bubbles: true }));
  };

  const finish = () => {
    drag?.veil?.remove();
    drag = null;
  };

  document.addEventListener("pointerdown", (event) => {
    const stage = event.target.closest?.(".ov-stage");
    if (!stage || event.button !== 0) return;
    drag = { stage, x: event.clientX };
    drag.from = share(event);
  });
  document.addEventListener("pointermove", (event) => {
    if (!drag) return;
    if (!drag.veil && Math.abs(event.clientX - drag.x) > NEAR) begin();
    if (drag.veil) draw(event);
  });
  document.addEventListener("pointerup", (event) => {
    if (drag?.veil) {
      choose(event);
      dragged = true; // the click that ends a drag over a mark or a bar opens neither
      setTimeout(() => (dragged = false), 0);
    }
    finish();
  });
  document.addEventListener("pointercancel", finish);
  document.addEventListener(
    "click",
    (event) => {
      if (!dragged) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    true,
  );
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drag) finish();
  });
  document.addEventListener("dragstart", (event) => {
    if (event.target.closest?.(".ov-stage")) event.preventDefault();
  });
})();
