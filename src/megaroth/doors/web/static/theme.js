// The theme before the first paint: what was chosen, else what the system says.
(() => {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const set = () => {
    let chosen = null;
    try { chosen = localStorage.getItem("theme"); } catch { /* storage may be off */ }
    document.documentElement.dataset.theme = chosen ?? (system.matches ? "dark" : "light");
  };
  set();
  system.addEventListener("change", set);
  window.setTheme = (theme) => {
    try { localStorage.setItem("theme", theme); } catch { /* then only for this page */ }
    document.documentElement.dataset.theme = theme;
    document.dispatchEvent(new Event("theme"));
  };
})();
