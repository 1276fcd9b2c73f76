// A request that fails says so in #toast and can be repeated: the server was not reached, was too slow, or broke.
// What the server itself has to say of its fault is swapped into #toast by htmx; here the button is added to it.
(() => {
  "use strict";
  const toast = () => document.getElementById("toast");

  const repeat = (element) => {
    if (element.matches("form")) element.requestSubmit();
    else element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  };

  const retry = (element) => {
    const button = document.createElement("button");
    button.className = "btn btn-small";
    button.type = "button";
    button.textContent = "Retry";
    button.addEventListener("click", () => repeat(element));
    return button;
  };

  const say = (words, element) => {
    const notice = document.createElement("p");
    notice.className = "notice notice-error row";
    notice.append(`${words} What you typed is still here. `, retry(element));
    toast().replaceChildren(notice);
  };

  document.addEventListener("htmx:sendError", (event) => say("The server cannot be reached.", event.detail.elt));
  document.addEventListener("htmx:timeout", (event) => say("The server has not answered in time.", event.detail.elt));
  document.addEventListener("htmx:beforeRequest", () => toast().replaceChildren());
  document.addEventListener("htmx:responseError", (event) => {
    if (event.detail.xhr.status < 500) return;
    if (!toast().hasChildNodes()) say("Something went wrong on the server.", event.detail.elt);
    else (toast().querySelector(".notice") ?? toast()).append(retry(event.detail.elt));
  });
  // A step back to a view that is no longer kept, and that the server cannot give: the browser says why.
  document.addEventListener("htmx:historyCacheMissLoadError", () => location.reload());
})();
