// What a page gains where scripts run; without it everything is there to be read.
(function () {
  var root = document.documentElement;
  root.dataset.scripts = "";

  // What scripts say, in the course's language.
  var words = JSON.parse(root.dataset.words || "{}");
  function word(english) { return words[english] || english; }
  window.gradus = Object.assign(window.gradus || {}, { word: word });

  // The faces of formulas are asked for before anything is laid out without them.
  if (document.fonts && document.querySelector("link[href='math.css']")) {
    ["KaTeX_Main", "KaTeX_Size1", "KaTeX_Size2"].forEach(function (face) { document.fonts.load("1em " + face); });
    document.fonts.load("italic 1em KaTeX_Math");
  }

  // Light or dark by the reader's choice, kept in this browser; otherwise the system's choice holds.
  var system = matchMedia("(prefers-color-scheme: dark)");
  function stored() { try { return localStorage.getItem("theme"); } catch (error) { return null; } }
  function isDark() { return (root.dataset.theme || (system.matches ? "dark" : "light")) === "dark"; }
  var choice = stored();
  if (choice === "dark" || choice === "light") root.dataset.theme = choice;

  document.addEventListener("DOMContentLoaded", function () {
    var button = document.getElementById("page.theme");
    function label() { button.textContent = word(isDark() ? "Light" : "Dark"); }
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

    // Code can be copied by a button at its corner.
    function copy(text, done) {
      function byHand() {
        var area = document.body.appendChild(document.createElement("textarea"));
        area.value = text;
        area.select();
        if (document.execCommand("copy")) done();
        area.remove();
      }
      if (navigator.clipboard) navigator.clipboard.writeText(text).then(done, byHand);
      else byHand();
    }
    document.querySelectorAll("pre.code").forEach(function (pre) {
      var frame = document.createElement("div"), button = document.createElement("button");
      frame.className = "copyable";
      button.type = "button";
      button.textContent = word("Copy");
      pre.replaceWith(frame);
      frame.append(pre, button);
      button.addEventListener("click", function () {
        copy(pre.textContent, function () {
          button.textContent = word("Copied");
          setTimeout(function () { button.textContent = word("Copy"); }, 1500);
        });
      });
    });

    // The search, whose script and index come with the first question.
    var search = document.getElementById("page.search"), searching = false;
    function ask() {
      if (!search.open) search.showModal();
      if (searching) return;
      searching = true;
      document.head.appendChild(document.createElement("script")).src = (root.dataset.up || "") + "search.js";
    }
    if (search) {
      document.querySelector(".search-button").addEventListener("click", ask);
      search.querySelector("button").addEventListener("click", function () { search.close(); });
    }

    // Keys, which the dialog lists and can turn off; they are left alone where something uses them.
    function press(selector) {
      return function () { var found = document.querySelector(selector); if (found) found.click(); };
    }
    var keys = document.getElementById("page.keys"), use = keys && keys.querySelector("input");
    if (use) listen();
    function listen() {
      try { use.checked = localStorage.getItem("keys") !== "off"; } catch (error) { /* they are on */ }
      use.addEventListener("change", function () {
        try { localStorage.setItem("keys", use.checked ? "on" : "off"); } catch (error) { /* for this page */ }
      });
      function list() { if (!keys.open) keys.showModal(); }
      document.querySelector(".keys-button").addEventListener("click", list);
      var isMirrored = root.dir === "rtl";
      var actions = {
        ArrowLeft: press(isMirrored ? "a[rel=next]" : "a[rel=prev]"),
        ArrowRight: press(isMirrored ? "a[rel=prev]" : "a[rel=next]"), c: press(".home"),
        d: press("[id='page.theme']"), "/": press(".search-button"), "?": list
      };
      document.addEventListener("keydown", function (event) {
        if (!use.checked || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
        if (event.target.closest("input, textarea, select, [tabindex], [popover]")) return;
        var action = actions[event.key];
        if (action) { event.preventDefault(); action(); }
      });
    }

    // How the controls of an experiment stand, in the address: #fig-rate=2,0.
    var sweeps = Array.from(document.querySelectorAll(".sweep")).map(function (sweep) {
      var groups = Array.from(sweep.querySelectorAll(".controls fieldset")).map(function (group) {
        return Array.from(group.querySelectorAll("input"));
      });
      return { element: sweep, groups: groups, name: groups[0][0].name.replace(/\.\w+$/, "") };
    });
    function stand() {
      var parts = decodeURIComponent(location.hash.slice(1)).split("=");
      sweeps.forEach(function (sweep) {
        if (parts.length !== 2 || sweep.name !== parts[0]) return;
        parts[1].split(",").forEach(function (index, control) {
          var input = (sweep.groups[control] || [])[index];
          if (input) input.checked = true;
        });
        sweep.element.querySelector(".controls").scrollIntoView({ block: "center" });
      });
    }
    sweeps.forEach(function (sweep) {
      sweep.element.querySelector(".controls").addEventListener("change", function () {
        var choice = sweep.groups.map(function (inputs) {
          var index = inputs.findIndex(function (input) { return input.checked; });
          return index < 0 ? inputs[0].value : index;
        });
        history.replaceState(null, "", "#" + sweep.name + "=" + choice);
      });
    });
    addEventListener("hashchange", stand);
    stand();

    // What a reader answered, kept in this browser: a prediction is made before its result is seen,
    // and stays beside it; of a quiz, the choice that was opened first.
    function key(element) { return "answer " + location.pathname + "#" + element.id; }
    function recall(element) { try { return localStorage.getItem(key(element)); } catch (error) { return null; } }
    function keep(element, choice) { try { localStorage.setItem(key(element), choice); } catch (error) { /* for this page */ } }
    function note(parent, name, text) {
      var span = parent.appendChild(document.createElement("span"));
      span.className = name;
      span.textContent = text;
      return span;
    }
    document.querySelectorAll(".reveal").forEach(function (reveal) {
      var predict = document.getElementById(reveal.dataset.prediction);
      var inputs = Array.from(predict.querySelectorAll(".choices input"));
      function commit(index) {
        inputs.forEach(function (input) { input.disabled = true; });
        inputs[index].checked = true;
        note(reveal.querySelector(".answer"), "chosen", word("Your prediction") + ": ")
          .append(inputs[index].nextElementSibling.cloneNode(true));
      }
      var index = recall(predict);
      if (index !== null && inputs[index]) { commit(index); reveal.open = true; return; }
      reveal.querySelector("summary").addEventListener("click", function (event) {
        if (inputs[0].disabled) return;
        var chosen = inputs.findIndex(function (input) { return input.checked; });
        if (chosen >= 0) { keep(predict, chosen); commit(chosen); return; }
        event.preventDefault();
        if (!predict.querySelector(".hint")) note(predict.querySelector(".choices"), "hint", word("Choose first, then see."));
        inputs[0].focus();
      });
    });
    document.querySelectorAll(".quiz").forEach(function (quiz) {
      var choices = Array.from(quiz.querySelectorAll(".choices > details"));
      function mark(choice) {
        choice.open = true;
        note(choice.querySelector("summary"), "chosen", " · " + word("your answer"));
      }
      var index = recall(quiz);
      if (index !== null && choices[index]) { mark(choices[index]); return; }
      choices.forEach(function (choice, index) {
        choice.addEventListener("toggle", function () {
          if (choice.open && !quiz.querySelector(".chosen")) { keep(quiz, index); mark(choice); }
        });
      });
    });
  });
})();
