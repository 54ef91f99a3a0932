// Reloads this page when another version of it has been written. Listens only while the page is visible: a browser
// keeps few connections to one host, and a developer keeps many tabs.
(() => {
  const { root, shown } = document.currentScript.dataset;
  let events;

  const listen = () => {
    const query = new URLSearchParams({ page: decodeURIComponent(location.pathname).slice(root.length), shown });
    events = new EventSource(`${root}/.lysekil/versions?${query}`);
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
  addEventListener("pageshow", (shownAgain) => shownAgain.persisted && follow());
  follow();
})();
