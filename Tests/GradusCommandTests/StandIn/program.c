// A program that answers a page as the live blocks of a lesson do, with no engine in it.
//   block 0: a picture, a table and a value at once
//   block 1: the same after a training run of steps
//   block 2: ends as its control says
//   block 3: a point at x, on an axis from 8 to −4, and at the rate, on a logarithmic one

typedef unsigned char byte;
#define EXPORT(name) __attribute__((export_name(#name)))
#define IMPORT(name) __attribute__((import_module("gradus"), import_name(#name)))

IMPORT(stop) void stop(const char *text, int count);
IMPORT(progress) void progress(double done, double of);
IMPORT(exhausted) void exhausted(void);

extern byte __heap_base;
static unsigned heap;

static char *room(unsigned count) {
  if (!heap) heap = (unsigned)&__heap_base;
  unsigned start = (heap + 15) & ~15u;
  heap = start + count;
  // What an earlier run grew to is used again.
  unsigned pages = (heap + 65535) / 65536, there = __builtin_wasm_memory_size(0);
  if (pages > 4096 || (pages > there && (int)__builtin_wasm_memory_grow(0, pages - there) < 0)) {
    exhausted();
    __builtin_trap();
  }
  return (char *)start;
}

// What the page has set.
static char *name;
static double rate = 0.1, unit = 0, end = 0, x = 2, share = 1;

EXPORT(web_room) char *web_room(int count) { return name = room(count); }
EXPORT(web_set) void web_set(int count, double number) {
  if (name[1] == 'e') rate = number;  // Learning rate, not Layers
  if (name[0] == 'U') unit = number;  // Unit
  if (name[0] == 'E') end = number;   // End
  if (name[0] == 'x') x = number;     // x
}
EXPORT(web_limit) void web_limit(double given) { share = given; }
EXPORT(web_is_fused) int web_is_fused(void) { return 0; }
EXPORT(__wasm_call_ctors) void construct(void) { room(1000); }

// The answer.
static char *answer;
static int length;

static void put(const char *text) {
  while (*text) answer[length++] = *text == '\'' ? '"' : *text, text++;
}
static void number(long long value) {
  char digits[24];
  int count = 0;
  do digits[count++] = '0' + value % 10;
  while (value /= 10);
  while (count) answer[length++] = digits[--count];
}
static int isPoint;
// The point has a handle 10 pixels to a unit of x, and 20 to a factor of ten of the rate.
static void point(void) {
  put("<g class=\\'chart-handles\\' visibility=\\'hidden\\' data-x=\\'linear -4 8 120 0\\' data-y=\\'log -3 1 90 10\\'>"
      "<g class=\\'chart-handle\\' data-x=\\'x\\' data-y=\\'Learning rate\\' transform=\\'translate(");
  number((long long)(80.5 - 10 * x));
  put(" ");
  double height = 50.5;
  for (double power = 0.1; power < rate * 0.99; power *= 1.2589254117941673) height -= 2;
  for (double power = 0.1; power > rate * 1.01; power /= 1.2589254117941673) height += 2;
  number((long long)height);
  put(")\\'><circle r=\\'20\\' fill=\\'none\\'/></g></g>");
}
static void drawing(const char *size, long long height) {
  put("<svg class=\\'chart\\' xmlns=\\'http://www.w3.org/2000/svg\\' viewBox=\\'0 0 ");
  put(size);
  put(" 100\\' width=\\'");
  put(size);
  put("\\' height=\\'100\\' role=\\'img\\' aria-label=\\'Loss.\\' fill=\\'currentColor\\'>");
  // With the other unit, the axes reach elsewhere.
  put(unit ? "<g class=\\'chart-axes\\'><path d=\\'M9 90h200\\'/></g>"
           : "<g class=\\'chart-axes\\'><path d=\\'M9 90h100\\'/></g>");
  if (isPoint) point();
  put("<g class=\\'chart-line\\' stroke=\\'currentColor\\' data-x=\\'Step\\' data-y=\\'Loss\\' "
      "data-points=\\'9,90,1,1;109,");
  number(height);
  put(",");
  number(height);
  put(",2\\'><path d=\\'M9 90L109 ");
  number(height);
  put("\\'/></g></svg>");
}

static volatile double rest;

static void train(int steps) {
  for (int step = 1; step <= steps; step++) {
    for (int index = 0; index < 1000000; index++) rest = rest * 0.5 + index;
    progress(step, steps);
  }
}

static int recurse(int depth) { return depth < 0 ? 0 : recurse(depth + 1) + (int)rest; }

EXPORT(web_run) char *web_run(int block) {
  int steps = 160 * share;
  isPoint = block == 3;
  if (block == 1) train(steps);
  if (block == 2) {
    if (end == 1) {
      stop("the rate is \xe2\x80\x9ctoo\xe2\x80\x9d <large>.", 30);
      __builtin_trap();
    }
    if (end == 2) __builtin_trap();
    while (end == 3) room(1 << 20)[5] = 1;
    if (end == 4) steps = recurse(1);
    while (end == 5) train(1);
  }
  answer = room(100000);
  long long height = rate < 1 ? 90 - (long long)(rate * 80) : 5;
  put("{'start':1,'outputs':[{'kind':'printed','text':'above\\n'},"
      "{'kind':'figure','caption':'A rate of ");
  number((long long)(rate * 1e6 + 0.5));
  put(" millionths. See @fig-end.','summary':'A line.','axes':[],'wide':'");
  drawing("640", height);
  put("','narrow':'");
  drawing("300", height);
  put("','panels':[{'title':'','columns':['Loss'],'rows':[['");
  number(height);
  put("']],'csv':'Loss\\n");
  number(height);
  put("\\n'}]},{'kind':'table','caption':'Rates','columns':['Name','Rate'],'rows':[['");
  put(unit ? "tanh" : "sigmoid");
  put("','");
  number(height);
  put("']]},{'kind':'text','text':'");
  number(block == 1 ? steps : height);
  put(block == 1 ? " steps" : " of 90");
  put("'},{'kind':'printed','text':'");
  number(__builtin_wasm_memory_size(0));
  put(" pages of memory\\n'}]}");
  return answer;
}
EXPORT(web_count) int web_count(void) { return length; }
