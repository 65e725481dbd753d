if ! systemd_runs; then
  say "systemd does not run here, so nothing was started. Start it with: $NAME start"
  return 0
fi
systemctl daemon-reload
systemctl -q enable "$SERVICE"
systemctl reset-failed "$SERVICE" 2>/dev/null || true
# Comes back when the service answers, because its unit waits for that.
if ! systemctl restart "$SERVICE"; then
  journalctl -q -n 20 -o cat -u "$SERVICE" >&2 || true
  refuse "The service does not answer on port $(port_of_settings). What it said stands above; mend that and run this installation again."
fi
