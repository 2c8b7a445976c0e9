#!/usr/bin/env bash
# PostgreSQL, Redis and an S3 server (Ceph's gateway) for the tests: real ones, on loopback, private folder.
#
#   tests/services.sh run COMMAND...   start them, run the command with their addresses, stop them
#   tests/services.sh install          install what is missing (root on Debian or Ubuntu)
#
# The command sees TEST_DATABASE_URL, TEST_REDIS_URL and TEST_S3_*. Where DATABASE_URL, REDIS_URL or S3_ENDPOINT_URL
# (with S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_BUCKET) are given, those servers are used and none is started; the
# tests keep to schemas, key prefixes and object prefixes of their own. The command itself does not see these names:
# a Proteus that a test starts must not find the services by chance.
set -euo pipefail
here=$(cd "$(dirname "$0")/services" && pwd)
readonly here
readonly packages='postgresql redis-server radosgw ceph-mon ceph-osd curl'

# One word for each service that has neither an address nor its programs here.
missing() {
  [ -n "${DATABASE_URL:-}" ] || ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || echo postgresql
  [ -n "${REDIS_URL:-}" ] || command -v redis-server >/dev/null || echo redis
  [ -n "${S3_ENDPOINT_URL:-}" ] || command -v radosgw ceph-mon ceph-osd curl >/dev/null || echo s3
}

install_packages() {
  local policy=/usr/sbin/policy-rc.d log
  log=$(mktemp)
  # Debian starts a daemon when it installs one; this file forbids it.
  if [ -e "$policy" ]; then policy=; else printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod 755 "$policy"; fi
  # shellcheck disable=SC2086 # one word a package
  if ! { apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -q --no-install-recommends $packages; } >"$log" 2>&1; then tail -n 5 "$log" >&2; fi
  rm -f ${policy:+"$policy"} "$log"
}

# Says in one line what to do where services are missing; in CI that is an error.
require_programs() {
  local lacking
  lacking=$(missing)
  if [ -n "$lacking" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing $(echo $lacking) for the tests (a minute or two) ..."
    install_packages
    lacking=$(missing)
  fi
  [ -z "$lacking" ] && return
  echo "Missing for the tests: $(echo $lacking). Install them (Debian: \`sudo tests/services.sh install\`)," \
    'or set DATABASE_URL, REDIS_URL and S3_ENDPOINT_URL.' >&2
  return 1
}

# The first of 13 neighbouring ports on which nobody listens.
free_ports() {
  local base port
  for _ in $(seq 100); do
    base=$((20000 + RANDOM % 9000))
    for port in $(seq $base $((base + 12))); do
      (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null && continue 2
    done
    echo "$base"
    return
  done
  echo 'no free ports for the tests' >&2
  return 1
}

start_services() {
  local base starting=() pid
  base=$(free_ports)
  if [ -z "${DATABASE_URL:-}" ]; then "$here/postgresql.sh" start "$folder/postgresql" "$base" & starting+=($!); fi
  if [ -z "${REDIS_URL:-}" ]; then "$here/redis.sh" start "$folder/redis" $((base + 1)) & starting+=($!); fi
  if [ -z "${S3_ENDPOINT_URL:-}" ]; then "$here/s3.sh" start "$folder/s3" $((base + 2)) & starting+=($!); fi
  for pid in "${starting[@]}"; do wait "$pid"; done
  export TEST_DATABASE_URL=${DATABASE_URL:-postgres://app:app@127.0.0.1:$base/app}
  export TEST_REDIS_URL=${REDIS_URL:-redis://127.0.0.1:$((base + 1))}
  export TEST_S3_ENDPOINT_URL=${S3_ENDPOINT_URL:-http://127.0.0.1:$((base + 2))}
  export TEST_S3_ACCESS_KEY_ID=${S3_ACCESS_KEY_ID:-testkey} TEST_S3_SECRET_ACCESS_KEY=${S3_SECRET_ACCESS_KEY:-testsecret}
  export TEST_S3_REGION=${S3_REGION:-us-east-1} TEST_S3_BUCKET=${S3_BUCKET:-proteus-tests}
}

stop_services() {
  local service
  for service in postgresql redis s3; do "$here/$service.sh" stop "$folder/$service" || true; done
  rm -rf "$folder"
}

case ${1:-} in
install) require_programs ;;
run)
  shift
  if require_programs; then
    folder=$(mktemp -d)
    chmod 711 "$folder" # PostgreSQL runs as a user of its own
    trap stop_services EXIT
    trap 'exit 130' INT TERM HUP
    start_services
  elif [ -n "${CI:-}" ]; then
    exit 1
  fi
  env -u DATABASE_URL -u REDIS_URL -u S3_ENDPOINT_URL -u S3_ACCESS_KEY_ID -u S3_SECRET_ACCESS_KEY -u S3_REGION \
    -u S3_BUCKET "$@"
  ;;
*)
  sed -n '2,6s/^# \{0,1\}//p' "$0" >&2
  exit 2
  ;;
esac
