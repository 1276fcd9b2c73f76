// What a mark of the overview stands for, said above the chart: of the mark under the mouse, else of the open event.
(() => {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg";

  const say = (mark) => {
    for (const old of document.querySelectorAll(".ov-tip")) old.remove();
    const stage = mark?.closest(".ov-stage");
    if (!stage) return;
    const at = mark.querySelector(":scope > svg").getAttribute("x");
    const tip = document.createElementNS(SVG, "text");
    tip.setAttribute("class", "ov-tip");
    tip.setAttribute("x", at);
    tip.setAttribute("y", "11");
    tip.setAttribute("text-anchor", parseFloat(at) < 50 ? "start" : "end");
    tip.textContent = mark.querySelector("title").textContent;
    stage.append(tip);
  };

  const open = () => document.querySelector(".ov-ev.is-sel");

  document.addEventListener("mouseover", (event) => {
    const mark = event.target.closest?.(".ov-ev");
    if (mark || event.target.closest?.(".ov-stage")) say(mark ?? open());
  });
  document.addEventListener("mouseout", (event) => {
    if (event.target.closest?.(".ov-stage") && !event.relatedTarget?.closest?.(".ov-stage")) say(open());
  });
  document.addEventListener("tradewatch:selected", () => say(open()));
  if (open()) say(open());
})();
