# Assembles the root of a host and holds it, in namespaces of its own, so that nothing is mounted on this machine. Ends
# when its input ends, and so with the process that started it; everything that runs in the root ends with it.
#   hold-root.sh FOLDER LAYERS MEGABYTES|- [tmpfs PLACE SIZE | shared PLACE SOURCE | read-only PLACE -] ...
set -e
cd "$1"
[ "$3" = - ] || mount -t tmpfs -o "size=$3m" tmpfs disk
mkdir -p disk/up disk/work
# With redirect_dir, a folder of a lower layer can be renamed as on any disk.
mount -t overlay -o "lowerdir=$2,upperdir=disk/up,workdir=disk/work,redirect_dir=on" overlay root
(cd root && . "${0%/*}/guard-kernel.sh")
mount -t tmpfs -o mode=755,nosuid,nodev tmpfs root/run
mount -t tmpfs -o mode=755,nosuid tmpfs root/dev
for node in null zero full random urandom tty; do
  : >root/dev/$node
  mount --bind /dev/$node root/dev/$node
done
ln -s /proc/self/fd root/dev/fd
ln -s fd/0 root/dev/stdin
ln -s fd/1 root/dev/stdout
ln -s fd/2 root/dev/stderr
mkdir -m 1777 root/dev/shm
shift 3

while [ $# -gt 0 ]; do
  # A link in the root must not lead out of it.
  chroot root mkdir -p "$2"
  place=root$(chroot root realpath "$2")
  case $1 in
    tmpfs) mount -t tmpfs -o "mode=755,size=$3" tmpfs "$place" ;;
    shared) mount --bind "$3" "$place" ;;
    read-only) mount --bind "$place" "$place" ;;
  esac
  [ "$1" = tmpfs ] || mount -o remount,bind,ro "$place"
  shift 3
done

chroot root ip link set lo up
hostname uat-host
read -r pid _ </proc/self/stat
echo "ready $pid"
read -r _ || true
