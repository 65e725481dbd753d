rm -f "$STATE/installed-as"
if systemd_runs; then
  systemctl daemon-reload
  systemctl reset-failed "$SERVICE" 2>/dev/null || true
fi
