// Runs before the first paint, from its own file so that the content security policy needs no exception.
// Storage "theme": "light", "dark" or "system" (also when absent). Sets data-theme on <html>.
(() => {
  const darkQuery = window.matchMedia("(prefers-color-scheme: dark)");
  function read() {
    try {
      return localStorage.getItem("theme");
    } catch {
      return null;
    }
  }
  function apply() {
    const choice = read();
    const isDark = choice === "dark" || (choice !== "light" && darkQuery.matches);
    document.documentElement.dataset.theme = isDark ? "dark" : "light";
  }
  apply();
  darkQuery.addEventListener("change", apply);
  window.addEventListener("storage", apply);
  window.addEventListener("shortlist:theme", apply);
})();
