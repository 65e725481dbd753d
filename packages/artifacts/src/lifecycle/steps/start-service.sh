if ! systemd_runs; then
  say "systemd is not running, so nothing was started. Start it with: $NAME start"
  return 0
fi
systemctl daemon-reload
systemctl -q enable "$SERVICE"
systemctl reset-failed "$SERVICE" 2>/dev/null || true
# Returns once the service responds, because its unit waits for that.
if ! systemctl restart "$SERVICE"; then
  journalctl -q -n 20 -o cat -u "$SERVICE" >&2 || true
  refuse "The service does not respond on port $(port_of_settings). Its output is above; fix the cause and run this installation again."
fi
