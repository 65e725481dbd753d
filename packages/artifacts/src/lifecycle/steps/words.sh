say() { printf '%s: %s\n' "$NAME" "$1"; }
refuse() {
  printf '%s: %s\n' "$NAME" "$1" >&2
  exit 1
}
systemd_runs() { [ -d /run/systemd/system ]; }
port_of_settings() {
  port=$(sed -n 's/^PORT=\([0-9][0-9]*\)$/\1/p' "$SETTINGS" 2>/dev/null | tail -n 1)
  printf '%s\n' "${port:-$PORT}"
}
