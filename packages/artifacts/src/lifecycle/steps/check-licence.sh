# A licence that was accepted once need not be accepted again.
if [ -e "$STATE/licence-accepted" ]; then return 0; fi
eval "answer=\${${VARIABLES}_ACCEPT_LICENSE:-}"
[ "$answer" = yes ] || refuse "The licence ($LICENCE) must be accepted. Read it at $HOMEPAGE, then install with ${VARIABLES}_ACCEPT_LICENSE=yes in the environment. Nothing was changed."
