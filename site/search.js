// The search, loaded with its index when a reader asks for it first.
(function () {
  var dialog = document.getElementById("page.search");
  var input = dialog.querySelector("input"), list = dialog.querySelector("ol");
  var status = dialog.querySelector("[role=status]");
  var pages = [], places = [], words = [], word = (window.gradus || {}).word || String;
  // The way from this page to the site's own folder.
  var up = document.documentElement.dataset.up || "";

  // Each word is how much of the word before it begins with, the rest, and where it stands.
  function unpack(text) {
    var last = "", digits = { "+": 2, "*": 5 };
    return text ? text.split(",").map(function (entry) {
      var colon = entry.indexOf(":"), found = [], place = -1;
      last = Array.from(last).slice(0, parseInt(entry[0], 36)).join("") + entry.slice(1, colon);
      for (var index = colon + 1; index < entry.length;) {
        var length = digits[entry[index]];
        if (length) index += 1;
        place += parseInt(entry.substr(index, length || 1), 36) + 1;
        found.push(place);
        index += length || 1;
      }
      return [fold(last), found];
    }) : [];
  }

  // Letters are compared without their case, accents and ligatures.
  function fold(text) { return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ß/g, "ss"); }
  // As in the index, two characters that follow each other are a word where a script has no spaces.
  function questionWords(question) {
    return question.normalize("NFC").toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u).flatMap(function (run) {
      return run.split(/([\u3005\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+)/u).flatMap(function (part, index) {
        var letters = Array.from(part);
        if (index % 2 === 0 || letters.length < 3) return part;
        return letters.slice(1).map(function (letter, before) { return letters[before] + letter; });
      });
    }).map(fold).filter(Boolean);
  }

  // What a title is worth to a word that was asked for: a short title is about it, a caption only has it.
  function worth(place, asked) {
    if (!place.words) {
      place.title = fold(place[2]);
      place.words = place.title.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    }
    var best = 0;
    place.words.forEach(function (word) {
      if (word === asked) best = 4;
      else if (word.startsWith(asked)) best = Math.max(best, asked.length > 2 ? 3 : 2);
    });
    if (!best && /[^\x00-\x7f]/.test(asked) && place.title.includes(asked)) best = 3;
    return best * (1 + 2 / (place.words.length + 1));
  }

  // A place has every word of the question; rare words, whole words and titles count for more, and a
  // lesson's own title for most.
  function search(question) {
    var score = null, whole = fold(question.trim());
    questionWords(question).forEach(function (asked) {
      var own = new Map();
      words.forEach(function (word) {
        if (!word[0].startsWith(asked)) return;
        var value = Math.log(1 + places.length / word[1].length) * (word[0] === asked ? 2 : 1);
        word[1].forEach(function (place) { own.set(place, Math.max(own.get(place) || 0, value)); });
      });
      places.forEach(function (place, index) {
        var value = worth(place, asked) * (place[1] ? 1 : 1.5);
        if (value) own.set(index, (own.get(index) || 0) + value);
      });
      var both = new Map();
      own.forEach(function (value, place) {
        if (!score) both.set(place, value);
        else if (score.has(place)) both.set(place, value + score.get(place));
      });
      score = both;
    });
    var found = Array.from(score || []).map(function (one) {
      var place = places[one[0]];
      if (place.title === whole) one[1] += pages[place[0]][0].startsWith("api/") ? 2 : 8;
      else if (whole.length > 2 && place.title.includes(whole)) one[1] += 4;
      if (place[1] === "page.references") one[1] /= 2;
      return one;
    });
    return found.sort(function (a, b) { return b[1] - a[1] || a[0] - b[0]; });
  }

  // The texts of a page come with a script of its own; what was found is shown again when they are there.
  var texts = {}, asked = {};
  window.gradusText = function (page, list) { texts[page] = list; show(); };
  function snippet(result, item) {
    var place = places[result], address = pages[place[0]][0];
    if (!texts[address]) {
      if (asked[address]) return;
      asked[address] = true;
      document.head.appendChild(document.createElement("script")).src = up + "search/" + address.replace(/html$/, "js");
      return;
    }
    var first = places.findIndex(function (other) { return other[0] === place[0]; });
    var text = (texts[address][result - first] || "").normalize("NFC"), lower = fold(text);
    // What stands in the title above is not said again.
    var title = place[2].replace(/…$/, "");
    if (text.startsWith(title)) { text = text.slice(title.length).trim(); lower = fold(text); }
    // Where folding changes how long a text is, its places are not those of the text.
    if (lower.length !== text.length) lower = text.toLowerCase();
    var word = questionWords(input.value).map(function (word) { return [lower.indexOf(word), word.length]; })
      .filter(function (at) { return at[0] >= 0; }).sort(function (a, b) { return a[0] - b[0]; })[0];
    if (!text || !word || lower.length !== text.length) return;
    var start = word[0] < 60 ? 0 : text.indexOf(" ", word[0] - 50) + 1, end = text.indexOf(" ", word[0] + 90);
    var line = item.appendChild(document.createElement("p"));
    line.append(start ? "… " : "", text.slice(start, word[0]));
    line.appendChild(document.createElement("mark")).textContent = text.slice(word[0], word[0] + word[1]);
    line.append(text.slice(word[0] + word[1], end < 0 ? text.length : end), end < 0 ? "" : " …");
  }
  function show() {
    var found = search(input.value), held = Array.from(list.querySelectorAll("a")).indexOf(document.activeElement);
    list.replaceChildren();
    found.slice(0, 20).forEach(function (result, index) {
      var place = places[result[0]], page = pages[place[0]];
      var item = list.appendChild(document.createElement("li"));
      var link = item.appendChild(document.createElement("a"));
      link.href = up + page[0] + (place[1] ? "#" + encodeURIComponent(place[1]) : "");
      link.textContent = place[2];
      if (place[1]) item.appendChild(document.createElement("span")).textContent = page[1];
      if (index < 8) snippet(result[0], item);
    });
    // Lines that come later take the focus from nobody.
    var again = list.querySelectorAll("a")[held];
    if (again) again.focus();
    status.textContent = !input.value.trim() ? "" : found.length === 0 ? word("Nothing found.")
      : found.length === 1 ? word("One place.") : word("% places.").replace("%", found.length);
  }

  window.gradusSearch = function (index) {
    pages = index.pages;
    places = index.places;
    words = unpack(index.words);
    show();
  };
  input.addEventListener("input", show);
  dialog.querySelector("form").addEventListener("submit", function (event) {
    event.preventDefault();
    var first = list.querySelector("a");
    if (first) first.click();
  });
  // Arrows go through what was found, and back to the question.
  dialog.addEventListener("keydown", function (event) {
    var step = { ArrowDown: 1, ArrowUp: -1 }[event.key], links = Array.from(list.querySelectorAll("a"));
    if (!step || !links.length) return;
    event.preventDefault();
    var next = links.indexOf(document.activeElement) + step;
    if (next < -1) next = -1;
    if (next < 0) input.focus();
    else links[Math.min(next, links.length - 1)].focus();
  });
  list.addEventListener("click", function (event) { if (event.target.closest("a")) dialog.close(); });
  var script = document.createElement("script");
  script.src = up + "search-index.js";
  document.head.appendChild(script);
})();
