# The data records which release wrote it last; a removal keeps it, so that removing cannot be used to downgrade.
present=$(cat "$STATE/version" 2>/dev/null || true)
if [ -z "$present" ] || [ "$present" = "$VERSION" ]; then return 0; fi
newest=$(printf '%s\n' "$present" "$VERSION" | sort -V | tail -n 1)
[ "$newest" = "$VERSION" ] || refuse "Version $present is installed, and $VERSION cannot read its data. Restore a backup to go back. Nothing was changed."
oldest=$(printf '%s\n' "$present" "$FOLLOWS" | sort -V | head -n 1)
[ "$oldest" = "$FOLLOWS" ] || refuse "Version $VERSION cannot follow $present directly: install $FOLLOWS first, then $VERSION. Nothing was changed."
