#!/bin/sh
# A fresh Debian with what the README asks for and no more, and the last commit of this checkout:
#   tools/machine.sh bookworm /some/folder 'make book && make test'
# As root. The machine is made where the folder is not there yet, and stays for the next time.
# Everything runs in name spaces of its own: whatever happens, no mount and no process is left.
set -eu
suite=$1 machine=$2 command=$3
here=$(cd "$(dirname "$0")/.." && pwd)
needed=python3,python3-venv,git,make,ca-certificates
[ -e "$machine/etc/debian_version" ] ||
  debootstrap --variant=minbase --include="$needed" "$suite" "$machine"

# how this machine reaches the network: names, certificates, what pip is told of indexes
bundle=/etc/ssl/certs/ca-certificates.crt
cp /etc/resolv.conf "$machine/etc/resolv.conf"
if [ -e "$bundle" ]; then cp "$bundle" "$machine$bundle"; fi
{
  echo "[global]"
  python3 -m pip config list 2>/dev/null |
    sed -nE "s/^(global|:env:)\.(index-url|proxy|trusted-host|default-timeout)='(.*)'$/\2 = \3/p" | sort -u
  echo "cert = $bundle"
} >"$machine/etc/pip.conf"

rm -rf "$machine/root/book"
git clone --quiet "$here" "$machine/root/book"
exec unshare --mount --pid --fork --kill-child sh -euc '
  mount -t proc proc "$0/proc"
  mount --bind /dev "$0/dev"
  mount -t tmpfs shm "$0/dev/shm"
  exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root \
    https_proxy="${https_proxy:-${HTTPS_PROXY:-}}" no_proxy="${no_proxy:-${NO_PROXY:-}}" \
    chroot "$0" sh -euc "cd /root/book; $1"' "$machine" "$command"
