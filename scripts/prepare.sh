# Sourced by scripts/run and scripts/test: brings a bare machine to where the program can start.
# Everything is done once; a stamp in .venv, made from what it depends on, lets later calls pass.

say() { printf '%s\n' "$*" >&2; }

# Qt's own needs without a screen and with one, two fonts, and Debian's separate venv module.
# (What each is for was found by taking one away at a time: see CONTRIBUTING.)
debian_packages() {
    local glib=libglib2.0-0
    apt-cache show libglib2.0-0t64 >/dev/null 2>&1 && glib=libglib2.0-0t64
    echo "$glib libegl1 libgl1 libdbus-1-3 libfontconfig1 libxkbcommon0" \
        "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0" \
        "libwayland-cursor0 fonts-inter fonts-dejavu-core python3-venv"
}

missing_packages() {
    local package
    for package in $(debian_packages); do
        # A Python from elsewhere brings its own venv and needs no Debian package for it.
        [ "$package" = python3-venv ] && python3 -c 'import ensurepip, venv' 2>/dev/null && continue
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
            printf '%s ' "$package"
    done
}

install_system_libraries() {
    command -v dpkg-query >/dev/null || return 0 # not Debian: its own packages are its users' to choose
    local missing apt="apt-get"
    missing=$(missing_packages)
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" != 0 ]; then
        if sudo -n true 2>/dev/null; then
            apt="sudo apt-get"
        else
            say "Missing system packages. Run this as an administrator, then start again:"
            say "  apt-get update && apt-get install -y --no-install-recommends $missing"
            exit 1
        fi
    fi
    say "Installing system packages: $missing"
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086
    if ! { $apt update -qq && $apt install -y -qq --no-install-recommends $missing; } >&2; then
        say "apt could not install them. Run this, then start again:"
        say "  apt-get update && apt-get install -y --no-install-recommends $missing"
        exit 1
    fi
}

check_python() {
    command -v python3 >/dev/null || { say "Python 3.11 or later is needed: python3 was not found."; exit 1; }
    python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        { say "Python 3.11 or later is needed; this is $(python3 --version)."; exit 1; }
}

# prepare EXTRAS: "" for the program alone, "[dev]" for the checks as well.
prepare() {
    local extras=$1 name stamp wanted
    name=.prepared${extras:+-dev}
    stamp=.venv/$name
    wanted=$(cat pyproject.toml constraints.txt scripts/prepare.sh | cksum)
    if [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && [ -x .venv/bin/python ]; then
        return 0
    fi
    install_system_libraries # on Debian Python itself, too, where there is none
    check_python
    if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
        say "Making a virtual environment in .venv"
        rm -rf .venv
        python3 -m venv .venv || { say "The virtual environment could not be made."; exit 1; }
    fi
    say "Installing Python packages (once)"
    PIP_CONSTRAINT=constraints.txt PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore \
        .venv/bin/python -m pip install -q -e ".$extras" ||
        { say "pip could not install the packages: is there a network?"; exit 1; }
    [ -z "$extras" ] || echo "$wanted" >.venv/.prepared
    echo "$wanted" >"$stamp"
}
