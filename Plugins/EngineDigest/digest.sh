#!/bin/sh
# digest.sh SOURCES TARGET FILE… writes the digest of the files' names and contents as Swift.
set -e
cd "$1"
target=$2
shift 2
digest=$(sha256sum -- "$@" | sha256sum | cut -c 1-32)
cat > "$target" <<END
/// A digest of the sources that the engine of this tool was built from.
package let engineDigest = "$digest"
END
