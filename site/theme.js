// Light or dark by the reader's choice, kept in this browser. Without it, the system's choice holds.
(function () {
  var root = document.documentElement;
  var system = matchMedia("(prefers-color-scheme: dark)");
  function stored() { try { return localStorage.getItem("theme"); } catch (error) { return null; } }
  function isDark() { return (root.dataset.theme || (system.matches ? "dark" : "light")) === "dark"; }
  var choice = stored();
  if (choice === "dark" || choice === "light") root.dataset.theme = choice;
  document.addEventListener("DOMContentLoaded", function () {
    var button = document.getElementById("page.theme");
    function label() { button.textContent = isDark() ? "Light" : "Dark"; }
    button.hidden = false;
    label();
    system.addEventListener("change", label);
    button.addEventListener("click", function () {
      root.dataset.theme = isDark() ? "light" : "dark";
      try { localStorage.setItem("theme", root.dataset.theme); } catch (error) { /* kept for this page */ }
      label();
    });
  });
})();
