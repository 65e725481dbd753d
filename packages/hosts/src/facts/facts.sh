# Prints what a host is at this moment, section by section; parse-facts.ts reads it.
section() { printf '\036%s\n' "$1"; }
section self; echo "$$ $PPID"
section passwd; cat /etc/passwd
section group; cat /etc/group
# Whether a unit is enabled is read from its files: systemd would load each of them to tell, which takes half a second.
# The first word on a unit counts.
section unit-files
units() { find /etc/systemd/system /run/systemd/system /usr/local/lib/systemd/system /usr/lib/systemd/system "$@" 2>/dev/null; }
units -maxdepth 1 -name '*.*' -lname /dev/null -printf '%f masked\n'
find /etc/systemd/system /run/systemd/system \( -path '*.wants/*' -o -path '*.requires/*' \) -printf '%f enabled\n' 2>/dev/null
units -maxdepth 1 -type f -exec grep -ls '^\[Install\]' {} + | sed 's|.*/||; s|$| disabled|'
units -maxdepth 1 -type f -printf '%f static\n'
if [ -d /run/systemd/system ]; then
  section units
  systemctl show --all '*.service' '*.timer' --property=Id,ActiveState,SubState,NRestarts,MainPID,FragmentPath,ConditionResult,ConditionTimestampMonotonic
fi
section cron
for file in /etc/crontab /etc/cron.*/* /etc/cron.*/.[!.]* /var/spool/cron/crontabs/*; do
  [ ! -f "$file" ] || echo "$file"
done
section sockets; ss -Hlntup
section processes; ps -e -o pid= -o ppid= -o user:64= -o args= ww | grep -v ' <defunct>$'
section deb
! command -v dpkg-query >/dev/null || dpkg-query -W -f '${binary:Package}\t${Version}\t${db:Status-Status}\n'
section rpm
! command -v rpm >/dev/null || rpm -qa --qf '%{NAME}\t%{VERSION}-%{RELEASE}\n' 2>/dev/null
section mounts; cat /proc/mounts
