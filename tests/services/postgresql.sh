#!/usr/bin/env bash
# A private PostgreSQL on loopback: start DIR PORT | stop DIR | crash DIR | freeze DIR | thaw DIR
# Superuser, password and database are "app". No fsync: a killed server loses nothing, only a power cut would.
set -euo pipefail
action=$1 folder=$2
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)

# PostgreSQL refuses to run as root.
as_user=(env)
if [ "$(id -u)" = 0 ]; then as_user=(setpriv --reuid postgres --regid postgres --init-groups); fi

make_cluster() {
  mkdir -p "$folder"
  printf app >"$folder/password"
  if [ "$(id -u)" = 0 ]; then chown -R postgres: "$folder"; fi
  "${as_user[@]}" "$bin/initdb" -D "$folder/data" -U app --pwfile="$folder/password" --auth=scram-sha-256 -E UTF8 \
    --locale=C.UTF-8 --no-sync >/dev/null
  cat >>"$folder/data/postgresql.conf" <<CONF
listen_addresses = '127.0.0.1'
port = $1
unix_socket_directories = ''
max_connections = 200
fsync = off
full_page_writes = off
CONF
}

# After a crash the old processes hold the shared memory for a moment, and a new server ends at once: try again.
start() {
  local port=$1 pid
  [ -f "$folder/data/PG_VERSION" ] || make_cluster "$port"
  cd "$folder"
  for _ in $(seq 40); do
    "${as_user[@]}" setsid "$bin/postgres" -D data >log 2>&1 </dev/null &
    pid=$!
    echo "$pid" >pid
    while kill -0 "$pid" 2>/dev/null; do
      if "$bin/pg_isready" -q -h 127.0.0.1 -p "$port"; then
        PGPASSWORD=app "$bin/createdb" -h 127.0.0.1 -p "$port" -U app app 2>/dev/null || true
        return
      fi
      sleep 0.05
    done
    sleep 0.1
  done
  tail -n 5 log >&2
  return 1
}

stop() {
  [ -f "$folder/pid" ] || return 0
  kill -INT "$(cat "$folder/pid")" || return 0
  for _ in $(seq 100); do
    [ -f "$folder/data/postmaster.pid" ] || return 0
    sleep 0.05
  done
}

case $action in
start) start "$3" ;;
stop) stop ;;
crash) kill -KILL "$(cat "$folder/pid")" ;;
# Those who serve connections are children.
freeze) kill -STOP "$(cat "$folder/pid")" $(pgrep -P "$(cat "$folder/pid")") ;;
thaw) kill -CONT "$(cat "$folder/pid")" $(pgrep -P "$(cat "$folder/pid")") ;;
esac
