#!/usr/bin/env bash
# Try a package as a stranger would: in a bare Debian without Python, as a user
# without rights, on a screen of its own. Needs root, debootstrap, xvfb, xdotool,
# openbox and imagemagick. Pictures and the log are left in build/clean-root.
#
#   packaging/clean_root.sh deb      install, run, remove dist/annotator_*.deb
#   packaging/clean_root.sh bundle   unpack and run dist/annotator-*-linux-*.tar.xz
set -euo pipefail
cd "$(dirname "$0")/.."
what=${1:-deb}
display=${2:-:77}
work=build/clean-root
base=$work/base
root=$PWD/$work/root
shots=$work/$what
# What a desktop brings along: file types, menus, and something that opens files.
desktop="shared-mime-info desktop-file-utils libglib2.0-bin"

if [ ! -e $base/etc/debian_version ]; then
    mkdir -p $work
    debootstrap --variant=minbase bookworm $base
fi
leave() {
    [ -z "${windows:-}" ] || kill "$windows" 2> /dev/null || true
    [ -z "${screen:-}" ] || kill "$screen" 2> /dev/null || true
    umount "$root/proc" "$root/tmp/.X11-unix" 2> /dev/null || true
}
trap leave EXIT
rm -rf --one-file-system "$root" "$shots"
mkdir -p "$shots"
cp -a $base "$root"
mkdir -p "$root/tmp/.X11-unix"
mount -t proc proc "$root/proc"

Xvfb "$display" -screen 0 1600x1000x24 -nolisten tcp > "$shots/xvfb.log" 2>&1 &
screen=$!
for _ in $(seq 100); do [ -S "/tmp/.X11-unix/X${display#:}" ] && break; sleep 0.1; done
DISPLAY=$display openbox 2> /dev/null &
windows=$!
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
chroot "$root" useradd --create-home --shell /bin/bash ana
cp /etc/resolv.conf /etc/hosts "$root/etc/"

as_root() { chroot "$root" env DEBIAN_FRONTEND=noninteractive "$@"; }
apt() { as_root apt-get -qq -o Dpkg::Use-Pty=0 --no-install-recommends "$@" >> "$shots/apt.log" 2>&1; }
as_ana() {
    chroot --userspec=ana:ana "$root" env -i HOME=/home/ana PATH=/usr/bin:/bin \
        LANG=C.UTF-8 DISPLAY="$display" sh -c "cd && $*"
}
step() { printf '\n== %s\n' "$*"; }
picture() { sleep "${2:-1}"; DISPLAY=$display import -window root "$shots/$1.png"; }
keys() { DISPLAY=$display xdotool key --delay 150 "$@"; }
files() { (cd "$root" && find . -xdev -path ./proc -prune -o \( -type f -o -type l \) -print | sort); }

wait_for() { DISPLAY=$display timeout 120 xdotool search --sync --onlyvisible "$@" > /dev/null; }
# Start a window with a command; say how long it took to be there.
open_window() {
    local begin now
    begin=$(date +%s%N)
    as_ana "$* > window.log 2>&1" &
    window_job=$!
    wait_for --class annotator
    now=$(date +%s%N)
    echo "a window after $(((now - begin) / 1000000)) ms, $(cut -d' ' -f1 /proc/loadavg) processes at work"
    wait_for --name annotator-demo
}
# Close it the usual way; it must end by itself, and have had nothing to say.
close_window() {
    keys ctrl+q
    wait "$window_job" || true
    for _ in $(seq 100); do
        DISPLAY=$display xdotool search --class annotator > /dev/null 2>&1 || break
        sleep 0.2
    done
    cat "$root/home/ana/window.log"
}

apt update
if [ "$what" = deb ]; then
    step "install"
    files > "$work/before.txt"
    cp dist/annotator_*_amd64.deb "$root/tmp/annotator.deb"
    apt install -y /tmp/annotator.deb $desktop
    rm "$root/tmp/annotator.deb"
    program=annotator
else
    step "unpack"
    tar -C "$root/home/ana" -xf dist/annotator-*-linux-*.tar.xz
    # What a desktop has and a bare root has not.
    apt install -y $(sed -n 's/^libraries="\(.*\)"$/\1/p' packaging/bundle.sh)
    program=annotator/annotator
fi
step "no Python here"
if as_root sh -c 'command -v python3 python'; then exit 1; fi

step "the command line"
as_ana "$program --version"
as_ana "$program demo --dir work --no-window"
as_ana "$program info work/annotator-demo.annot"
as_ana "$program check work/annotator-demo.annot"
options="--suggestions --include-unfinished"
for format in docbin jsonl huggingface spacy-project; do
    split=; [ $format = spacy-project ] && split="--split train=80,dev=20 --seed 1"
    as_ana "$program export work/annotator-demo.annot out-$format --format $format $options $split" |
        head -1
done
as_ana "$program new work/mine.annot && printf '<html><body><article><h1>Title</h1><p>%s</p><p>%s</p></article></body></html>' \
    'The minister said on Monday that the bridge would reopen in spring, two years late.' \
    '“We owe the town an apology,” she told reporters in Halden.' > page.html && \
    $program import work/mine.annot page.html && $program suggest work/mine.annot"

step "the window, by keys"
open_window "$program open work/annotator-demo.annot"
picture 1-opened 10
keys space Return space Return space Delete; picture 2-judged 4
keys ctrl+e
wait_for --name "Export annotations"
picture 3-export 2
keys Return
for _ in $(seq 300); do [ -s "$root/home/ana/work/annotator-demo.jsonl" ] && break; sleep 0.2; done
[ -s "$root/home/ana/work/annotator-demo.jsonl" ] || { echo "nothing was exported"; exit 1; }
picture 4-exported 4
keys Escape
keys ctrl+Return; picture 5-done 4
close_window
as_ana "$program info work/annotator-demo.annot"

step "the window again"
if [ "$what" = deb ]; then
    as_ana "gio info -a standard::content-type work/annotator-demo.annot | tail -1"
    open_window "gio open work/annotator-demo.annot"
else
    open_window "$program open work/annotator-demo.annot"
fi
picture 6-reopened 10
close_window
as_ana "$program check work/annotator-demo.annot"

if [ "$what" = deb ]; then
    step "remove"
    apt purge -y annotator $desktop
    apt autoremove --purge -y
    files > "$work/after.txt"
    echo "left behind, of the user's and the system's caches apart:"
    comm -13 "$work/before.txt" "$work/after.txt" |
        grep -Ev '^\./(home|var/(cache|lib|log)|tmp|root)/' || echo "nothing"
fi
