// Shares an article by the browser's own share sheet: a button, where the browser has one.

const place = document.querySelector("[data-share]");
if (place && navigator.share) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "more";
  button.textContent = place.dataset.share; // The page's word.
  button.addEventListener("click", () => {
    const title = document.querySelector("h1").textContent;
    const url = document.querySelector("[rel=canonical]").href;
    navigator.share({ title, url }).catch(() => {}); // The visitor changed their mind, or the browser says why not.
  });
  place.prepend(button);
}
