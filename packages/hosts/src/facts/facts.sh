# Prints the current facts of a host, section by section, for parse-facts.ts.
section() { printf '\036%s\n' "$1"; }
section self; echo "$$ $PPID"
section passwd; cat /etc/passwd
section group; cat /etc/group
# Whether there is a password, never the password itself.
secrecy='{ print $1 ":" ($2 == "" ? "none" : $2 ~ /^[!*]/ ? "locked" : "set")'
section shadow; awk -F: "$secrecy"' ":" $4 ":" $5 ":" $6 ":" $7 ":" $8 }' /etc/shadow 2>/dev/null
section gshadow; awk -F: "$secrecy"' ":" $3 }' /etc/gshadow 2>/dev/null
# Whether a unit is enabled is read from its files: systemd would load each of them, which takes half a second. The
# first line about a unit counts.
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
# A pattern is needed to list packages that are selected but not installed.
! command -v dpkg-query >/dev/null || dpkg-query -W -f '${binary:Package}\t${Version}\t${db:Status-Status}\t${db:Status-Want}\n' '*'
section auto
[ ! -f /var/lib/apt/extended_states ] ||
  awk '/^Package: /{ p = $2 } /^Architecture: /{ a = $2 } /^Auto-Installed: 1/{ print p; print p ":" a }' /var/lib/apt/extended_states
section diversions; cat /var/lib/dpkg/diversions 2>/dev/null
section statoverrides; cat /var/lib/dpkg/statoverride 2>/dev/null
section alternative-groups; grep -saHZ '' /var/lib/dpkg/alternatives/*
section alternative-links; find /etc/alternatives -type l -printf '%f\t%l\n' 2>/dev/null
section triggers
find /var/lib/dpkg/triggers -type f ! -name File ! -name Unincorp ! -name Lock -exec grep -saHZ . {} + 2>/dev/null
section file-triggers; cat /var/lib/dpkg/triggers/File 2>/dev/null
section ucf-registry; cat /var/lib/ucf/registry 2>/dev/null
section ucf-sums; cat /var/lib/ucf/hashfile 2>/dev/null
# Names and owners only: the answers may be passwords.
owned() { awk '/^Name: /{ n = substr($0, 7) } /^Owners: /{ print n "\t" substr($0, 9) }' "$@" 2>/dev/null; }
section debconf-questions; owned /var/cache/debconf/config.dat /var/cache/debconf/passwords.dat
section debconf-templates; owned /var/cache/debconf/templates.dat
section rpm
! command -v rpm >/dev/null || rpm -qa --qf '%{NAME}\t%{VERSION}-%{RELEASE}\n' 2>/dev/null
section mounts; cat /proc/mounts
