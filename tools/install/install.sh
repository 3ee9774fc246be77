#!/usr/bin/env bash
# Installs what Beraad needs on this machine and leaves alone what is there.
#   install.sh run    what it takes to build and run: only looks whether Go and Node are there
#   install.sh test   that, and the Debian packages in packages.txt: as root or with sudo that asks
#                     no password; else prints the one line to type, and stops
set -euo pipefail
folder=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# need stops when a program is not there and says where to get it.
need() {
  command -v "$1" >/dev/null && return
  echo "Beraad needs $1: $2" >&2
  exit 1
}

# missing prints the packages of the list that are not installed.
missing() {
  local name
  for name in $(sed 's/#.*//' "$folder/packages.txt"); do
    [[ $(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null) == installed ]] || echo "$name"
  done
}

# as_root runs a command as root, or fails when that takes a password.
as_root() {
  if [[ $EUID == 0 ]]; then "$@"; else sudo -n "$@"; fi
}

install_packages() {
  local options=(-y --no-install-recommends -o DPkg::Lock::Timeout=300)
  if ! as_root true 2>/dev/null; then
    echo "Some packages are missing. Type this once, then try again:" >&2
    echo "  sudo apt-get install ${options[*]:0:2} $*" >&2
    exit 1
  fi
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq || echo "The package lists could not be renewed; trying with those that are here." >&2
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq "${options[@]}" "$@"
}

need go "version 1.26 or newer, from https://go.dev/dl"
need node "version 20 or newer, from https://nodejs.org"
need npm "it comes with Node, from https://nodejs.org"
case ${1:-} in
run) ;;
test)
  need dpkg-query "the tests run on Debian or Ubuntu"
  mapfile -t packages < <(missing)
  if ((${#packages[@]})); then install_packages "${packages[@]}"; fi
  ;;
*)
  echo "usage: install.sh run|test" >&2
  exit 2
  ;;
esac
