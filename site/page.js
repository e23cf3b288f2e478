// What a page gains where scripts run; without it everything is there to be read.
(function () {
  var root = document.documentElement;
  root.dataset.scripts = "";

  // Light or dark by the reader's choice, kept in this browser; otherwise the system's choice holds.
  var system = matchMedia("(prefers-color-scheme: dark)");
  function stored() { try { return localStorage.getItem("theme"); } catch (error) { return null; } }
  function isDark() { return (root.dataset.theme || (system.matches ? "dark" : "light")) === "dark"; }
  var choice = stored();
  if (choice === "dark" || choice === "light") root.dataset.theme = choice;

  document.addEventListener("DOMContentLoaded", function () {
    var button = document.getElementById("page.theme");
    function label() { button.textContent = isDark() ? "Light" : "Dark"; }
    label();
    system.addEventListener("change", label);
    button.addEventListener("click", function () {
      root.dataset.theme = isDark() ? "light" : "dark";
      try { localStorage.setItem("theme", root.dataset.theme); } catch (error) { /* for this page */ }
      label();
    });

    // The list of lessons gives way once a section of this page is chosen from it.
    var lessons = document.getElementById("page.lessons");
    if (lessons) lessons.addEventListener("click", function (event) {
      if (event.target.closest("a") && lessons.matches(":popover-open")) lessons.hidePopover();
    });
  });
})();
