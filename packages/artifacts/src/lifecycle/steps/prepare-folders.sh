# The service writes to the inner folder only: root's records must be out of its reach.
install -d -m 0755 "$STATE"
install -d -m 0750 -o "$ACCOUNT" -g "$ACCOUNT" "$DATA"
[ -e "$STATE/licence-accepted" ] || printf '%s accepted for %s\n' "$LICENCE" "$VERSION" >"$STATE/licence-accepted"
printf '%s\n' "$KIND" >"$STATE/installed-as"
