// A request that did not reach the server, or was answered with nothing to show, says so in #toast and can be repeated.
(() => {
  "use strict";
  const toast = () => document.getElementById("toast");

  const repeat = (element) => {
    if (element.matches("form")) element.requestSubmit();
    else element.click();
  };

  const say = (element) => {
    const notice = document.createElement("p");
    notice.className = "notice notice-error row";
    notice.append("The server cannot be reached. What you typed is still here. ");
    const button = document.createElement("button");
    button.className = "btn btn-small";
    button.type = "button";
    button.textContent = "Retry";
    button.addEventListener("click", () => repeat(element));
    notice.append(button);
    toast().replaceChildren(notice);
  };

  document.addEventListener("htmx:sendError", (event) => say(event.detail.elt));
  document.addEventListener("htmx:timeout", (event) => say(event.detail.elt));
  document.addEventListener("htmx:beforeRequest", () => toast().replaceChildren());
})();
