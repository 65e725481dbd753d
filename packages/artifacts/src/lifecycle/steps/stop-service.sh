if systemd_runs; then systemctl stop "$SERVICE"; fi
# Before the unit file is removed, otherwise its link would stay.
systemctl -q disable "$SERVICE" || true
