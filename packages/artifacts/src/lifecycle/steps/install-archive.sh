here=$(cd "$(dirname "$0")" && pwd)
new="$CODE.new"
old="$CODE.old"

# Paths outside the program folder, and the settings, one per line.
each() { printf '%s\n' "$1" | sed '/^$/d'; }

# Only what is on the same disk: a folder mounted there is not ours.
clear_away() { if [ -e "$1" ]; then find "$1" -xdev -delete; fi; }

copy_files() {
  clear_away "$new"
  clear_away "$old"
  trap 'clear_away "$new"' EXIT
  # The large part first, beside the running version: if the disk is too small, nothing was changed.
  cp -R "$here/files$CODE" "$new" || refuse "The files cannot be copied to $new; is there enough disk space? Nothing was changed."
  cp "$here/install.sh" "$new/uninstall.sh"
  mkdir "$old"
  each "$OUTSIDE" | while read -r file; do if [ -e "$file" ]; then printf '%s\n' "${file#/}"; fi; done |
    tar -C / -cf "$old/outside.tar" -T -
  trap 'roll_back' EXIT
  if [ -d "$CODE" ]; then mv "$CODE" "$old/code"; fi
  mv "$new" "$CODE"
  each "$OUTSIDE" | while read -r file; do
    mkdir -p "$(dirname "$file")"
    cp -P --remove-destination "$here/files$file" "$file"
  done
  copy_settings
}

# An edited settings file stays, and a new default is stored beside it.
copy_settings() {
  each "$CONFFILES" | while read -r file; do
    mkdir -p "$(dirname "$file")"
    if [ ! -e "$file" ] || is_default "$file" "$file"; then
      cp "$here/files$file" "$file"
    elif ! is_default "$here/files$file" "$file"; then
      cp "$here/files$file" "$file.new"
      say "$file was edited and stays; the new default is $file.new."
    fi
  done
}

# Whether a file is the default that this installation wrote the last time.
is_default() { grep -qxF "$(sha256sum "$1" | cut -d ' ' -f 1)  $2" "$STATE/defaults" 2>/dev/null; }

remember_defaults() {
  each "$CONFFILES" | while read -r file; do
    (cd "$here/files" && sha256sum ".$file") | sed "s|  \./|  /|"
  done >"$STATE/defaults"
}

roll_back() {
  trap - EXIT
  clear_away "$new"
  if [ -d "$old/code" ]; then
    clear_away "$CODE"
    mv "$old/code" "$CODE"
    tar -C / -xf "$old/outside.tar"
    after_abort
    say "The previous version has been restored." >&2
  else
    stop_service
    remove_files
    say "Nothing was installed." >&2
  fi
  clear_away "$old"
  exit 1
}

remove_files() {
  each "$OUTSIDE" | while read -r file; do rm -f "$file"; done
  clear_away "$CODE"
  each "$FOLDERS" | while read -r folder; do rmdir "$folder" 2>/dev/null || true; done
  forget_service
}

purge_settings() {
  each "$CONFFILES" | while read -r file; do rm -f "$file"; done
  rm -f "$STATE/defaults"
}

[ "$(id -u)" -eq 0 ] || refuse "Only root can do this: run it with sudo."
case "${1:-}" in
  '')
    case "$ARCHITECTURE $(uname -m)" in
      'all '* | 'amd64 x86_64' | 'arm64 aarch64') ;;
      *) refuse "This archive is for $ARCHITECTURE, and this machine is $(uname -m). Nothing was changed." ;;
    esac
    before_files
    copy_files
    after_files
    remember_defaults
    trap - EXIT
    clear_away "$old"
    ;;
  --uninstall | --purge)
    if [ -d "$CODE" ]; then
      stop_service
      remove_files
    fi
    if [ "$1" = --purge ]; then
      purge_settings
      purge_data
    fi
    say "Removed."
    ;;
  *)
    echo "usage: install.sh [--uninstall | --purge]" >&2
    exit 2
    ;;
esac
