import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import { useState } from 'react';
import { patConfigAnswer, patsAnswer } from '../../api/answers.ts';
import type { Pat } from '../../api/answers.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Section } from '../../components/section.tsx';
import type { Notice } from '../../components/section.tsx';
import { When } from '../../components/when.tsx';
import { useAnswer } from '../../api/use-answer.ts';
import { CreateToken } from './create-token.tsx';
import { RevokeToken } from './revoke-token.tsx';
import { scopeText } from './scope-text.ts';
import { inOrder, tokenName, tokenStatus } from './token-status.ts';

type Open = { kind: 'nothing' } | { kind: 'create' } | { kind: 'revoke'; pat: Pat };

/** The user's own tokens. */
export function Tokens() {
  const [config, configAgain] = useAnswer('/auth/pat-config', patConfigAnswer);
  const [tokens, tokensAgain] = useAnswer('/auth/pats', patsAnswer);
  const [open, setOpen] = useState<Open>({ kind: 'nothing' });
  const [notice, setNotice] = useState<Notice | null>(null);
  const close = () => setOpen({ kind: 'nothing' });
  const labels = config.kind === 'ok' ? config.data.scope_labels : {};

  return (
    <Section
      heading="Personal access tokens"
      notice={notice}
      action={
        <Button
          variant="contained"
          disabled={config.kind !== 'ok'}
          onClick={() => {
            setNotice(null);
            setOpen({ kind: 'create' });
          }}
        >
          Create token
        </Button>
      }
    >
      {config.kind !== 'ok' && config.kind !== 'loading' && (
        <Loaded answer={config} onRetry={configAgain}>
          {() => null}
        </Loaded>
      )}
      <Loaded answer={tokens} onRetry={tokensAgain}>
        {({ pats }) => (
          <DataTable
            label="Personal access tokens"
            rows={inOrder(pats)}
            rowKey={({ jti }) => jti}
            empty="No tokens yet"
            columns={[
              { title: 'Name', cell: tokenName },
              { title: 'Scope', cell: ({ scope }) => scopeText(scope, labels) },
              { title: 'Expires', cell: ({ exp }) => <When instant={expiry(exp)} /> },
              { title: 'Status', cell: (pat) => <Status pat={pat} /> },
              {
                title: 'Actions',
                cell: (pat) =>
                  tokenStatus(pat) === 'Active' && (
                    <Button
                      color="error"
                      size="small"
                      variant="outlined"
                      aria-label={`Revoke ${tokenName(pat)}`}
                      onClick={() => setOpen({ kind: 'revoke', pat })}
                    >
                      Revoke
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Loaded>
      {open.kind === 'create' && config.kind === 'ok' && (
        <CreateToken config={config.data} onClose={close} onCreated={tokensAgain} />
      )}
      {open.kind === 'revoke' && (
        <RevokeToken
          pat={open.pat}
          onClose={close}
          onRevoked={() => {
            setNotice({ text: `${tokenName(open.pat)} is revoked.`, opener: 'gone' });
            tokensAgain();
          }}
        />
      )}
    </Section>
  );
}

function Status({ pat }: { pat: Pat }) {
  const status = tokenStatus(pat);
  const color = { Active: 'primary', Expired: 'default', Revoked: 'warning' } as const;
  return <Chip size="small" variant="outlined" label={status} color={color[status]} />;
}

function expiry(seconds: number | null | undefined): string | null {
  return seconds == null ? null : new Date(seconds * 1000).toISOString();
}
