gradusSearch({"pages":[["a-lesson.html","The \u003Cfirst> lesson"]],
"places":[[0,"","The \u003Cfirst> lesson"],[0,"a-quoted-part","A \"quoted\" part"],[0,"figure.1","Figure 1.1 Each layer keeps a quarter."],[0,"tbl-remedies","Table 1.1 Remedies"]],
"words":"0above:0,0boom:1,0each:2,0figure:2,2rst:0,0heading:0,0keeps:2,0layer:2,1esson:0,2t:1,0network:1,1one:1,0part:1,0quarter:2,2oted:1,0remedies:3,5y:1,0table:3,1he:0,0words:0"});
