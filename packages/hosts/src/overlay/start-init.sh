# Becomes the init of a host: runs in the mount namespace that holds its root, and in further namespaces of its own.
#   start-init.sh FOLDER CAPABILITIES-TO-DROP
set -e
read -r pid _ </proc/self/stat
cd "$1/root"

. "${0%/*}/guard-kernel.sh"
mount -t cgroup2 -o nosuid,nodev,noexec cgroup2 sys/fs/cgroup

mount -t tmpfs -o mode=755,nosuid,nodev tmpfs run
mount -t tmpfs -o mode=1777,nosuid,nodev tmpfs dev/shm
mkdir -p dev/pts
mount -t devpts -o newinstance,ptmxmode=666,mode=620,gid=5 devpts dev/pts
ln -sf pts/ptmx dev/ptmx
: >dev/console
mount --bind "$1/console.log" dev/console

pivot_root . mnt
umount -l mnt
echo "ready $pid"
exec setpriv --bounding-set="$2" env -i container=uat /lib/systemd/systemd >/dev/null 2>&1
