printf '%s\n' "$VERSION" >"$STATE/version"
if systemd_runs; then say "Version $VERSION is installed and answers on port $(port_of_settings)."; fi
