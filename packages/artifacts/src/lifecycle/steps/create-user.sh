getent group "$ACCOUNT" >/dev/null || groupadd --system "$ACCOUNT"
getent passwd "$ACCOUNT" >/dev/null || useradd --system --gid "$ACCOUNT" --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin "$ACCOUNT"
