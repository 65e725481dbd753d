# Passed in a file that only root and the service can read; never as an argument, which `ps` shows to every user.
eval "password=\${${VARIABLES}_ADMIN_PASSWORD:-}"
if [ -e "$SECRET" ] && [ -z "$password" ]; then return 0; fi
[ -n "$password" ] || password=$(head -c 18 /dev/urandom | base64 | tr '+/' '-_')
(umask 077 && printf '%s\n' "$password" >"$SECRET.new")
chown "root:$ACCOUNT" "$SECRET.new"
chmod 0640 "$SECRET.new"
mv -f "$SECRET.new" "$SECRET"
