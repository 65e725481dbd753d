# Mounts proc and sys in the current folder, a root. Kernel settings belong to the machine and are read-only; network
# settings are the namespace's own. This protects against installers that change them, not against an attacker: root on
# a host can mount them again.
mount -t proc -o nosuid,nodev,noexec proc proc
for part in sys sysrq-trigger irq bus fs; do
  [ ! -e proc/$part ] || { mount --bind proc/$part proc/$part && mount -o remount,bind,ro proc/$part; }
done
mount --bind proc/sys/net proc/sys/net
mount -o remount,bind,rw proc/sys/net
mount -t sysfs -o ro,nosuid,nodev,noexec sysfs sys
