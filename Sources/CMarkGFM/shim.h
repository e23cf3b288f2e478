#if !__has_include(<cmark-gfm.h>)
#error "The Markdown parser is missing. Install it with: apt-get install libcmark-gfm-dev libcmark-gfm-extensions-dev"
#elif !__has_include(<cmark-gfm-core-extensions.h>)
#error "The Markdown parser's GitHub extensions are missing. Install them with: apt-get install libcmark-gfm-extensions-dev"
#else
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#endif
