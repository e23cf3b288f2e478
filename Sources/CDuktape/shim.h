#if !__has_include(<duktape.h>)
#error "The JavaScript engine that typesets formulas is missing. Install it with: apt-get install duktape-dev"
#else
#include <duktape.h>
#endif
