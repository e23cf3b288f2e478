#!/bin/sh
# digest.sh SOURCES TARGET NAME FILE… writes the digest of the files' names and contents as Swift.
set -e
cd "$1"
target=$2
name=$3
shift 3
digest=$(sha256sum -- "$@" | sha256sum | cut -c 1-32)
cat > "$target" <<END
/// A digest of the sources that this part of the tool was built from.
package let $name = "$digest"
END
