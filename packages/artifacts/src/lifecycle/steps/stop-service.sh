if systemd_runs; then systemctl stop "$SERVICE"; fi
# While the unit file is still there, or its link would stay.
systemctl -q disable "$SERVICE" || true
