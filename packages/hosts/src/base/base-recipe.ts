/**
 * Recipe of the base root: a small Debian with systemd, and with rpm and dnf beside dpkg and apt, so that one root
 * serves
 * both kinds of packages. It is a Debian userland even for rpm: it shows scriptlets, files and their order, but not how
 * a Red Hat system behaves.
 */
export const baseRecipe = {
  suite: 'bookworm',
  packages: [
    'systemd',
    'systemd-sysv',
    'dbus',
    'procps',
    'iproute2',
    'ca-certificates',
    'curl',
    'python3',
    'adduser',
    'lsof',
    'netcat-openbsd',
    'logrotate',
    'sysvinit-utils',
    'attr',
    'openssl',
    'ucf',
    'rpm',
    'dnf',
    'createrepo-c',
  ],
  /** Shell script that runs on this machine once the packages are installed; `$1` is the new root. */
  finish: String.raw`set -e
echo uat-host >"$1/etc/hostname"
printf '127.0.0.1 localhost uat-host\n::1 localhost\n' >"$1/etc/hosts"
rm -f "$1/etc/resolv.conf" && : >"$1/etc/resolv.conf"
# dpkg removes a folder that is empty when a package leaves it, whatever package it belonged to.
for folder in /opt /srv /usr/local/bin /usr/local/etc /usr/local/include /usr/local/lib /usr/local/sbin /usr/local/share; do
  mkdir -p "$1$folder" && : >"$1$folder/.keep"
done
# A host has no terminal, and no network from which to renew lists at some time of the day while others install.
for unit in console-getty.service apt-daily.timer apt-daily-upgrade.timer; do
  ln -s /dev/null "$1/etc/systemd/system/$unit"
done
# A host has no disks, terminals or kernel command line of its own. Each of these would look for them at every boot, and
# whenever a package brings a unit.
mkdir -p "$1/etc/systemd/system-generators"
for kind in cryptsetup debug getty gpt-auto hibernate-resume integritysetup run system-update veritysetup; do
  ln -s /dev/null "$1/etc/systemd/system-generators/systemd-$kind-generator"
done
# What a Red Hat package may depend on and a Debian userland has without rpm knowing.
cat >"$1/tmp/base.spec" <<'SPEC'
Name: uat-base-provides
Version: 1
Release: 1
Summary: Capabilities of the Debian userland of a host
License: none
BuildArch: noarch
%define _build_id_links none
%define __python /bin/true
Provides: /bin/sh /bin/bash /usr/bin/bash /usr/bin/env /usr/bin/python3 /usr/sbin/useradd /usr/sbin/groupadd /usr/sbin/userdel
Provides: python3 systemd shadow-utils bash coreutils util-linux glibc libstdc++ ca-certificates curl openssl procps-ng iproute tar gzip
%description
Provides for rpm what dpkg installed.
%files
SPEC
# Debian's rpm would keep its database in root's home.
mkdir -p "$1/etc/rpm" && echo '%_dbpath /var/lib/rpm' >"$1/etc/rpm/macros"
chroot "$1" sh -c 'cd /tmp && rpm --initdb && rpmbuild -bb --define "_topdir /tmp/rpmbuild" base.spec && rpm --force-debian -i rpmbuild/RPMS/noarch/*.rpm && rm -rf rpmbuild base.spec' >/dev/null
rm -rf "$1/etc/apt/apt.conf.d/99mmdebstrap" "$1/root/.rpmdb" "$1"/var/cache/apt/archives/*.deb "$1"/var/log/apt/* "$1"/var/log/*.log
`,
} as const;
