// Finding one's way: contents that follow the reading, progress kept in this browser, and previews of
// what a link leads to. Without it, links and lists are all there.
(function () {
  var word = (window.gradus || {}).word || String;
  var course = location.pathname.replace(/[^/]*$/, "");
  function recall(name) { try { return localStorage.getItem(name + " " + course); } catch (error) { return null; } }
  function keep(name, value) { try { localStorage.setItem(name + " " + course, value); } catch (error) { /* for this page */ } }
  function file(address) { return address.split("#")[0]; }

  // The lessons that were read to their end are marked wherever lessons are listed.
  var read = (recall("read") || "").split(" ").filter(Boolean);
  function mark() {
    document.querySelectorAll(".lessons ol > li > a, .course h2 a").forEach(function (link) {
      if (read.indexOf(file(link.getAttribute("href"))) < 0 || link.querySelector(".read")) return;
      var sign = link.appendChild(document.createElement("span"));
      sign.className = "read";
      sign.textContent = word("read");
    });
  }
  mark();

  var here = file(location.pathname.slice(course.length));
  var lesson = document.body.classList.contains("lesson");
  var end = document.querySelector("body > footer");
  if (lesson && end && "IntersectionObserver" in window) {
    new IntersectionObserver(function (entries, observer) {
      if (!entries.some(function (entry) { return entry.isIntersecting; })) return;
      observer.disconnect();
      if (read.indexOf(here) < 0) read.push(here);
      keep("read", read.join(" "));
      mark();
    }).observe(end);
  }

  // The first page offers to go on where the reader stopped.
  var place = document.querySelector("[id='page.continue']"), last = recall("place");
  if (place && last) {
    var link = place.querySelector("a"), known = Array.from(document.querySelectorAll(".course h2 a"))
      .find(function (a) { return a.getAttribute("href") === file(last); });
    if (known) {
      link.href = last;
      var title = known.cloneNode(true), sign = title.querySelector(".read");
      if (sign) sign.remove();
      link.textContent = title.textContent.trim();
      place.hidden = false;
    }
  }

  // The section being read is marked in the contents beside it. Of a part that is out of sight only its
  // own box is asked for: for more, the browser would have to lay it out.
  var sections = Array.from(document.querySelectorAll(".lessons ul a[href^='#']")).map(function (link) {
    var heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return { link: link, heading: heading, part: heading && (heading.closest(".part") || heading) };
  }).filter(function (section) { return section.heading; });
  var current = null, waiting = false;
  function follow() {
    waiting = false;
    var found = null, line = innerHeight * 0.3;
    sections.forEach(function (section) {
      var box = section.part.getBoundingClientRect();
      if (box.bottom < line || box.top < line && section.heading.getBoundingClientRect().top < line) found = section;
    });
    if (lesson) keep("place", here + (found ? found.link.hash : ""));
    if (found === current) return;
    if (current) current.link.removeAttribute("aria-current");
    if (found) found.link.setAttribute("aria-current", "location");
    current = found;
    var list = document.getElementById("page.lessons");
    if (!found || !list || list.scrollHeight <= list.clientHeight) return;
    var top = found.link.getBoundingClientRect().top - list.getBoundingClientRect().top;
    if (top < 0 || top > list.clientHeight - 60) list.scrollTop += top - list.clientHeight / 3;
  }
  if (lesson) {
    var wait = function () {
      if (!waiting) { waiting = true; requestAnimationFrame(follow); }
    };
    addEventListener("scroll", wait, { passive: true });
    wait();
  }

  // What a reference, a footnote, a citation or a term leads to is shown beside it, on hover and on
  // focus; it can be hovered itself, and Escape puts it away.
  var card = null, owner = null, timer = 0;
  function hide() {
    clearTimeout(timer);
    if (card) card.remove();
    if (owner) owner.removeAttribute("aria-describedby");
    card = owner = null;
  }
  function contents(link) {
    var words = link.dataset.preview;
    if (words) return document.createTextNode(words);
    var href = link.getAttribute("href") || "";
    var target = href[0] === "#" && document.getElementById(decodeURIComponent(href.slice(1)));
    if (!target || target.contains(link)) return null;
    if (target.matches("h1, h2, h3, h4, h5, h6")) return null;
    var whole = target.closest("figure, .exercise, li, .math") || target;
    var box = whole.getBoundingClientRect();
    if (box.top >= 0 && box.bottom <= innerHeight && whole.tagName !== "LI") return null;
    var copy = whole.cloneNode(true);
    copy.removeAttribute("id");
    copy.querySelectorAll("[id]").forEach(function (part) { if (!part.closest("svg")) part.removeAttribute("id"); });
    copy.querySelectorAll("[role=doc-backlink], .number, details, button, .choices").forEach(function (part) {
      if (part.tagName !== "A" || part.getAttribute("role")) part.remove();
    });
    var frame = document.createElement(whole.tagName === "LI" ? "div" : "section");
    frame.append.apply(frame, whole.tagName === "LI" ? Array.from(copy.childNodes) : [copy]);
    return frame;
  }
  function show(link) {
    hide();
    var inside = contents(link);
    if (!inside) return;
    owner = link;
    card = document.createElement("div");
    card.id = "page.preview";
    card.className = "preview";
    card.setAttribute("role", "tooltip");
    card.append(inside);
    document.body.append(card);
    link.setAttribute("aria-describedby", card.id);
    var box = link.getBoundingClientRect(), width = card.offsetWidth, height = card.offsetHeight;
    var above = box.top > height + 12 && innerHeight - box.bottom < height + 12;
    card.style.left = scrollX + Math.max(8, Math.min(box.left, document.documentElement.clientWidth - width - 8)) + "px";
    card.style.top = scrollY + (above ? box.top - height - 4 : box.bottom + 4) + "px";
    card.addEventListener("pointerleave", later);
    card.addEventListener("pointerenter", function () { clearTimeout(timer); });
  }
  function later() { clearTimeout(timer); timer = setTimeout(hide, 200); }
  document.querySelectorAll("main a.term, main a[href^='#']:not(.anchor):not(.number)").forEach(function (link) {
    if (link.title) { link.dataset.preview = link.title; link.removeAttribute("title"); }
    link.addEventListener("pointerenter", function (event) {
      if (event.pointerType !== "mouse") return;
      clearTimeout(timer);
      timer = setTimeout(show, 150, link);
    });
    link.addEventListener("pointerleave", later);
    link.addEventListener("focus", function () { if (link.matches(":focus-visible")) show(link); });
    link.addEventListener("blur", later);
  });
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") hide(); });
})();
