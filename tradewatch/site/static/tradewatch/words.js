// Words selected in the article fill the fields "words", "start" and "end" of the form beside it: offsets in characters
// of the article's text, as the server counts them (code points). A paragraph says in data-start where it begins.
(() => {
  "use strict";
  const length = (text) => [...text].length;

  // The text of a paragraph up to a point, without the numbers of the marks, which are not the article's.
  const before = (paragraph, node, offset) => {
    const range = document.createRange();
    range.setStart(paragraph, 0);
    range.setEnd(node, offset);
    const piece = range.cloneContents();
    piece.querySelectorAll(".is-number").forEach((number) => number.remove());
    return piece.textContent;
  };

  const paragraphOf = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");

  const place = (node, offset) => {
    const paragraph = paragraphOf(node);
    return paragraph ? Number(paragraph.dataset.start) + length(before(paragraph, node, offset)) : null;
  };

  const selected = () => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
    const range = selection.getRangeAt(0);
    const start = place(range.startContainer, range.startOffset);
    const end = place(range.endContainer, range.endOffset);
    if (start === null || end === null || end <= start) return null;
    const piece = range.cloneContents();
    piece.querySelectorAll(".is-number").forEach((number) => number.remove());
    const words = [...piece.childNodes].map((node) => node.textContent).join(" ");
    return { start, end, words: words.replace(/\s+/g, " ").trim() };
  };

  const fill = () => {
    const form = document.querySelector("#words-form, #new-form");
    const found = form && selected();
    if (!found) return;
    const box = form.closest("details");
    if (box) box.open = true;
    for (const name of ["start", "end", "words"]) form.querySelector(`[name=${name}]`).value = found[name];
  };

  // A click on marked words opens what they report, as their number does; selecting words is no click.
  document.addEventListener("click", (event) => {
    const words = event.target.closest("[data-mark]");
    if (words && !selected()) document.getElementById(`s${words.dataset.mark}`).closest("a").click();
  });

  document.addEventListener("mouseup", () => setTimeout(fill));
  document.addEventListener("keyup", (event) => {
    if (event.shiftKey || event.key === "Shift") fill();
  });
})();
