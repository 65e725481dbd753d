manner=$(cat "$STATE/installed-as" 2>/dev/null || true)
[ -z "$manner" ] || [ "$manner" = "$KIND" ] || refuse "It is already installed here as $manner. Remove that first. Nothing was changed."

for folder in "$CODE" "$STATE"; do
  while [ ! -d "$folder" ]; do folder=$(dirname "$folder"); done
  free=$(df -Pm "$folder" | awk 'NR == 2 { print $4 }')
  [ "$free" -ge "$DISK_MEGABYTES" ] || refuse "There is not enough disk space at $folder: $DISK_MEGABYTES MB are needed and $free MB are free. Nothing was changed."
  [ -w "$folder" ] || refuse "$folder is read-only. Nothing was changed."
done

free=$(awk '/^MemAvailable:/ { print int($2 / 1024) }' /proc/meminfo)
[ "$free" -ge "$MEMORY_MEGABYTES" ] || refuse "There is not enough memory: $MEMORY_MEGABYTES MB are needed and $free MB are free. Nothing was changed."

# The installed service itself may be listening already.
if systemd_runs && systemctl -q is-active "$SERVICE"; then return 0; fi
port=$(port_of_settings)
listening=$(printf ':%04X [0-9A-F]*:0000 0A ' "$port")
if cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | grep -q "$listening"; then
  refuse "Port $port is used by another program. Stop that, or set PORT in $SETTINGS. Nothing was changed."
fi
