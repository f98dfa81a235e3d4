// Ctrl+K or Cmd+K pressed while the page is here and React is not yet: remembered on <html data-asked="search">, so that
// the palette opens as soon as it can (components/layout/use-shortcuts.ts). Ends when the shortcuts listen themselves.
(() => {
  function onKeyDown(event) {
    const isSearch = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
    if (!isSearch || event.altKey || event.shiftKey) return;
    event.preventDefault();
    document.documentElement.dataset.asked = "search";
  }
  document.addEventListener("keydown", onKeyDown);
  window.addEventListener("shortlist:listening", () => document.removeEventListener("keydown", onKeyDown));
})();
