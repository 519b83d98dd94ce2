#!/bin/sh
# Tillside led by tmux: sign in with the practice phone, complete a task, sign out.
# --clock and --seed give the same store, the same code and the same times on every run.
# Usage: TILLSIDE=path/of/tillside sh worked-shift.sh
set -eu
tillside=${TILLSIDE:-tillside}
state=$(mktemp -d)
socket=tillside-example-$$

in_tmux() { tmux -L "$socket" -f /dev/null "$@"; }
finish() {
  in_tmux kill-server 2>/dev/null || true
  rm -rf "$state"
}
trap finish EXIT

see() {
  tries=0
  until in_tmux capture-pane -p | grep -qF "$1"; do
    tries=$((tries + 1))
    if [ "$tries" -gt 600 ]; then
      echo "not seen: $1" >&2
      in_tmux capture-pane -p >&2
      exit 1
    fi
    sleep 0.1
  done
}
press() { in_tmux send-keys "$@"; }

in_tmux new-session -d -x 80 -y 24 \
  "'$tillside' run --practice --state '$state' --clock 2026-11-25T09:41:00Z --seed 1; echo ended \$?; cat"
see "Account"
press mei
see "Account  mei"
press F8
see "Whose phone is it?"
press Enter
see "Are you trying to sign in to"
press Enter
see "1 My tasks 7"
press Space
see "1 My tasks 6"
press F10
see "Sign out?"
press Enter
see "Signed out at 09:4"
press Enter
see "nobody signed in"
press C-c
see "Quit Tillside?"
press C-c
see "ended 0"
echo "a task completed, exit code 0"
