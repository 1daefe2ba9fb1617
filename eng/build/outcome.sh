# shellcheck shell=bash
# Sourced by eng/test: reads the reports the test runners write (xUnit XML).

# How many tests of a report ended so: count REPORT passed|failed|errors|skipped
count() { sed -nE "/<assembly /{s/.*<assembly [^>]* $2=\"([0-9]+)\".*/\1/p;q}" "$1"; }

# The failed tests of a report as one "Type.Method" a line; the rows of a theory are one.
red_of() {
    sed 's/<test /\n<test /g' "$1" \
        | sed -nE '/^<test .*result="Fail"/s/.* type="([^"]+)" method="([^"]+)".*/\1.\2/p' | sort -u
}

# What each failed test of a report said, at most twenty lines each.
reasons_of() {
    sed 's/<test /\n<test /g; s/<\/test>/&\n/g' "$1" | awk '
        /^<test / { lines = 0; told = / result="Fail"/ }
        told && lines++ < 20 {
            if (lines == 1) {
                name = $0; sub(/.* type="/, "", name); sub(/" method="/, ".", name); sub(/".*/, "", name)
                print "   " name
                sub(/.*<message><!\[CDATA\[/, "")
            }
            gsub(/<!\[CDATA\[|\]\]>|<[^>]*>/, "")
            print "      " substr($0, 1, 300)
        }'
}
