#!/usr/bin/env bash
# A private Redis on loopback, with an append-only file: start DIR PORT | stop DIR | crash DIR | freeze DIR | thaw DIR
set -euo pipefail
action=$1 folder=$2

start() {
  local port=$1
  mkdir -p "$folder"
  setsid redis-server --bind 127.0.0.1 --port "$port" --dir "$folder" --save '' --appendonly yes \
    --appendfsync everysec --maxmemory-policy noeviction >"$folder/log" 2>&1 </dev/null &
  echo $! >"$folder/pid"
  for _ in $(seq 200); do
    redis-cli -h 127.0.0.1 -p "$port" ping 2>/dev/null | grep -q PONG && return
    sleep 0.05
  done
  tail -n 5 "$folder/log" >&2
  return 1
}

case $action in
start) start "$3" ;;
stop | crash) if [ -f "$folder/pid" ]; then kill -KILL "$(cat "$folder/pid")" || true; fi ;;
freeze) kill -STOP "$(cat "$folder/pid")" ;;
thaw) kill -CONT "$(cat "$folder/pid")" ;;
esac
