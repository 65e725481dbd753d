#!/bin/sh
exec /opt/kamiwaza/bin/node /opt/kamiwaza/app/server/cli.mjs "$@"
