#!/usr/bin/env bash
# A private S3 server on loopback: Ceph with one monitor, one disk in memory and one gateway, up in seconds.
#   start DIR PORT (uses PORT to PORT + 10) | stop DIR | crash DIR (the gateway alone; start brings it back)
#   freeze DIR | thaw DIR (the gateway alone)
# Access key "testkey", secret "testsecret".
set -euo pipefail
action=$1 folder=$2
export CEPH_CONF="$folder/ceph.conf" CEPH_ARGS=

# Everything that a single node needs of a cluster's usual settings undone: no authentication between the
# daemons, one copy of everything, pools of one part, short waits.
write_configuration() {
  local port=$1
  cat >"$CEPH_CONF" <<CONF
[global]
fsid = $(cat /proc/sys/kernel/random/uuid)
mon host = v2:127.0.0.1:$((port + 1))
public addr = 127.0.0.1
cluster addr = 127.0.0.1
ms bind msgr1 = false
ms bind port min = $((port + 2))
ms bind port max = $((port + 10))
auth cluster required = none
auth service required = none
auth client required = none
ms mon client mode = crc
auth allow insecure global id reclaim = true
mon warn on insecure global id reclaim allowed = false
run dir = $folder/run
admin socket = $folder/run/\$name.asok
log file = $folder/log/\$name.log
pid file =
crash dir = $folder/log
mon data avail crit = 1
mon data avail warn = 2
paxos propose interval = 0.05
paxos min wait = 0.01
mon client hunt interval = 0.5
mon allow pool size one = true
osd crush chooseleaf type = 0
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 1
osd pool default pgp num = 1
osd pool default pg autoscale mode = off
osd objectstore = memstore
memstore device bytes = 4294967296
osd class load list = *
osd class default list = *
[mon.a]
mon data = $folder/mon
mon cluster log file = $folder/log/cluster.log
[osd.0]
osd data = $folder/osd
[client.rgw]
rgw data = $folder/run
keyring = $folder/keyring
ms mon client mode = crc
rgw frontends = beast endpoint=127.0.0.1:$port
rgw thread pool size = 64
rgw rados pool pg num min = 1
rgw dynamic resharding = false
rgw override bucket index max shards = 1
rgw usage max user shards = 1
rgw gc max objs = 4
rgw lc max objs = 4
rgw s3 auth use keystone = false
CONF
}

daemon() {
  local name=$1
  shift
  setsid "$@" >"$folder/log/$name.out" 2>&1 </dev/null &
  echo $! >"$folder/run/$name.pid"
}

start() {
  local port=$1
  if [ -f "$folder/run/mon.pid" ] && kill -0 "$(cat "$folder/run/mon.pid")" 2>/dev/null; then
    daemon gateway radosgw -n client.rgw -f
  else
    make_cluster "$port"
  fi
  for _ in $(seq 300); do
    curl -fs -m 1 -o /dev/null "http://127.0.0.1:$port/" && return
    sleep 0.1
  done
  tail -n 5 "$folder/log/gateway.out" >&2
  return 1
}

make_cluster() {
  local port=$1 fsid
  rm -rf "$folder" # memory does not survive its process: always begin empty
  mkdir -p "$folder"/{mon,osd,log,run}
  write_configuration "$port"
  fsid=$(sed -n 's/^fsid = //p' "$CEPH_CONF")
  {
    ceph-authtool --create-keyring --gen-key -n client.rgw "$folder/keyring"
    monmaptool --create --addv a "[v2:127.0.0.1:$((port + 1))]" --fsid "$fsid" "$folder/monmap"
    ceph-mon -i a --mkfs --monmap "$folder/monmap" --keyring /dev/null
    touch "$folder/mon/keyring"
    daemon mon ceph-mon -i a -f
    ceph osd create
    ceph osd crush add osd.0 1 root=default host=localhost
    ceph-osd -i 0 --mkfs
    daemon osd ceph-osd -i 0 -f
    daemon gateway radosgw -n client.rgw -f
    radosgw-admin -n client.rgw user create --uid=test --display-name=test --access-key=testkey --secret=testsecret
  } >"$folder/log/start.out" 2>&1
}

# There is nothing to keep, and a polite end takes seconds.
stop() { for pid in "$folder"/run/*.pid; do if [ -f "$pid" ]; then kill -KILL "$(cat "$pid")" || true; fi; done; }

case $action in
start) start "$3" ;;
stop) stop ;;
crash) kill -KILL "$(cat "$folder/run/gateway.pid")" ;;
freeze) kill -STOP "$(cat "$folder/run/gateway.pid")" ;;
thaw) kill -CONT "$(cat "$folder/run/gateway.pid")" ;;
esac
