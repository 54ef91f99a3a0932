// Reloads this page when another version of it has been written, and shows which files are refused. Listens only while
// the page is visible: a browser keeps few connections to one host, and a developer keeps many tabs.
(() => {
  const { root, shown } = document.currentScript.dataset;
  const closed = "lysekil-closed-refusals";
  let events;
  let refusals = "[]";
  let overlay;

  // In a shadow tree, with a style sheet made by script: the page's style does not reach it, and the page's policy,
  // which forbids inline styles, allows it.
  const style = `
    :host { all: initial; }
    section {
      display: grid; grid-template-columns: 1fr auto; gap: 1rem; align-items: start;
      position: fixed; inset: auto 0 0; z-index: 2147483647; box-sizing: border-box; max-height: 60vh; overflow: auto;
      padding: 1rem 1.25rem; border-top: 4px solid #b3261e; background: #fff; color: #1a1a1a;
      font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; box-shadow: 0 0 1.5rem rgb(0 0 0 / 30%);
    }
    h2 { margin: 0; font-size: 1.125rem; }
    p { margin: 0.25rem 0 0; }
    ul { margin: 0.75rem 0 0; padding: 0; list-style: none; }
    li { margin-top: 0.75rem; }
    b { font-family: ui-monospace, monospace; }
    button {
      position: sticky; top: 0; min-width: 44px; min-height: 44px; padding: 0 0.75rem;
      border: 1px solid; border-radius: 4px; background: #fff; color: inherit; font: inherit; cursor: pointer;
    }
    button:focus-visible { outline: 3px solid #1a5fb4; outline-offset: 2px; }
    @media (prefers-color-scheme: dark) {
      section { border-color: #ff8a80; background: #1e1e1e; color: #f2f2f2; }
      button { background: #1e1e1e; }
      button:focus-visible { outline-color: #99c1f1; }
    }
    @media print { section { display: none; } }`;

  const element = (name, text, ...children) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    made.append(...children);
    return made;
  };

  const close = () => {
    sessionStorage.setItem(closed, refusals);
    overlay?.remove();
  };

  const open = refused => {
    const files = new Set(refused.map(({ place }) => place.replace(/, rad \d+$/, ""))).size;
    const title = element("h2", files === 1 ? "En fil publiceras inte" : `${files} filer publiceras inte`);
    title.id = "title";
    const said = element(
      "div", "",
      title,
      element("p", "Det som var publicerat innan ligger kvar. Rutan försvinner när felen är rättade."),
      element("ul", "", ...refused.map(({ place, message, remedy }) =>
        element("li", "", element("b", place), element("p", message), element("p", remedy)))));
    said.setAttribute("role", "alert");
    const button = element("button", "Stäng");
    button.type = "button";
    button.addEventListener("click", close);
    const section = element("section", "", said, button);
    section.setAttribute("aria-labelledby", title.id);
    section.addEventListener("keydown", pressed => pressed.key === "Escape" && close());

    overlay = element("div");
    overlay.id = "lysekil-refusals";
    overlay.lang = "sv";
    const tree = overlay.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    tree.adoptedStyleSheets = [sheet];
    tree.append(section);
    document.body.append(overlay);
  };

  const show = now => {
    if (now === refusals) return;
    refusals = now;
    overlay?.remove();
    const refused = JSON.parse(now);
    if (refused.length === 0) sessionStorage.removeItem(closed);
    else if (sessionStorage.getItem(closed) !== now) open(refused);
  };

  const listen = () => {
    const query = new URLSearchParams({ page: decodeURIComponent(location.pathname).slice(root.length), shown });
    events = new EventSource(`${root}/.lysekil/versions?${query}`);
    events.addEventListener("refused", told => show(told.data));
    events.addEventListener("changed", () => {
      events.close();
      location.reload();
    });
  };

  const follow = () => {
    events?.close();
    if (document.visibilityState === "visible") listen();
  };

  document.addEventListener("visibilitychange", follow);
  addEventListener("pagehide", () => events?.close());
  addEventListener("pageshow", shownAgain => shownAgain.persisted && follow());
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", follow);
  else follow();
})();
