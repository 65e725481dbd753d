# Removes each item by name: other people's files in these folders are not ours to remove.
rm -f "$SECRET" "$SECRET.new" "$SETTINGS.rpmsave" "$SETTINGS.rpmnew" "$SETTINGS.new"
rmdir "$CONFIG" 2>/dev/null || true
rm -f "$STATE/version" "$STATE/licence-accepted" "$STATE/installed-as"
# The data folder may be a mount point: it is emptied, and stays mounted.
if [ -d "$DATA" ]; then find "$DATA" -xdev -mindepth 1 -delete; fi
for folder in "$DATA" "$STATE"; do
  if [ -d "$folder" ] && ! rmdir "$folder" 2>/dev/null; then say "$folder stays: it is a mount point, or holds files of other owners."; fi
done
if getent passwd "$ACCOUNT" >/dev/null; then userdel "$ACCOUNT"; fi
if getent group "$ACCOUNT" >/dev/null; then groupdel "$ACCOUNT"; fi
