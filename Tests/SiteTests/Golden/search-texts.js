gradusText("a-lesson.html",["The \u003Cfirst> lesson Words above the heading.",
"A \"quoted\" part # let network = Network() boom Remedy none",
"Figure 1.1 Each layer keeps a quarter.",
"Table 1.1 Remedies"]);
