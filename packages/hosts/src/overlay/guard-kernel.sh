# Mounts proc and sys in the current folder, a root. Settings of the kernel belong to the machine and can only be read;
# those of the network are the namespace's own. A guard against installers that set them, not against an attacker: root on a
# host may mount them anew.
mount -t proc -o nosuid,nodev,noexec proc proc
for part in sys sysrq-trigger irq bus fs; do
  [ ! -e proc/$part ] || { mount --bind proc/$part proc/$part && mount -o remount,bind,ro proc/$part; }
done
mount --bind proc/sys/net proc/sys/net
mount -o remount,bind,rw proc/sys/net
mount -t sysfs -o ro,nosuid,nodev,noexec sysfs sys
