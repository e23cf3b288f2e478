# make site   builds the tool and the course: open _site/index.html
# make test   runs every test
SWIFT  = swift
BUILD  = .build/release
FLAGS  = -c release --explicit-target-dependency-import-check error
GRADUS = $(BUILD)/gradus

PREFIX = /usr/local

.PHONY: site guide check test embedded docs kernels spelling bench install format clean tools browser

site: tools
	$(SWIFT) build $(FLAGS) -q --product gradus
	$(SWIFT) build $(FLAGS) -q --product LessonKit
	$(GRADUS) build lessons

guide: site
	$(GRADUS) build guide --output _guide

check: site
	$(GRADUS) check lessons
	$(GRADUS) check guide

test: tools browser embedded docs kernels spelling
	$(SWIFT) build $(FLAGS) -q --build-tests
	$(SWIFT) test $(FLAGS) --skip-build

# The engine's documentation builds without a warning.
docs:
	sh Tests/docc.sh

# The modules that also run in a browser compile as Embedded Swift.
embedded:
	sh Tests/embedded.sh

# The kernels give the same bits on every path, of 64-bit ARM too where an emulator is installed.
kernels:
	sh Tests/kernels.sh

spelling:
	@sh .ci/packages.sh /usr/bin/hunspell:hunspell /usr/share/hunspell/en_US.dic:hunspell-en-us
	sh Tests/spelling.sh

bench: tools
	$(SWIFT) build $(FLAGS) -q --product EngineBenchmarks
	$(BUILD)/EngineBenchmarks

# The tool, and the engine that lessons are compiled against, for use from any folder.
install: tools
	$(SWIFT) build $(FLAGS) -q --product gradus
	$(SWIFT) build $(FLAGS) -q --product LessonKit
	sh .ci/install.sh $(BUILD) $(DESTDIR)$(PREFIX)

format:
	$(SWIFT) format --in-place --parallel --recursive Sources Tests Benchmarks Package.swift

clean:
	rm -rf .build _site .gradus

# What is missing is installed; what is there costs nothing.
tools:
	@sh .ci/packages.sh /usr/include/cmark-gfm.h:libcmark-gfm-dev \
	  /usr/include/cmark-gfm-core-extensions.h:libcmark-gfm-extensions-dev \
	  /usr/include/duktape.h:duktape-dev /usr/include/lzma.h:liblzma-dev \
	  /usr/lib/wasm32-wasi/libc.a:wasi-libc \
	  /usr/share/javascript/katex/katex.min.js:libjs-katex \
	  /usr/share/fonts/truetype/katex/KaTeX_Main-Regular.woff2:fonts-katex

# Browsers and checkers for the tests of pages, which leave pictures in .build/screenshots.
browser:
	@sh .ci/packages.sh /usr/bin/chromium:chromium /usr/bin/firefox-esr:firefox-esr \
	  /usr/bin/java:default-jre-headless /usr/bin/xmllint:libxml2-utils
	@sh .ci/checkers.sh .build/tools
