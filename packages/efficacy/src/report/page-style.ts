/** The style of the page, light or dark as the reader prefers. */
export const pageStyle = `
:root { color-scheme: light dark; --line: light-dark(#d8dde3, #333b45); --soft: light-dark(#5b6672, #9aa7b4);
  --good: light-dark(#12703f, #4cc38a); --bad: light-dark(#b3261e, #ff8a80); --bad-ground: light-dark(#fdecea, #3a1d1c);
  --ground: light-dark(#ffffff, #14181d); --hover: light-dark(#f3f6f9, #1d232b); }
body { margin: 2rem; background: var(--ground); color: light-dark(#1a1f26, #e4e9ee); font: 14px/1.4 system-ui, sans-serif; }
h1 { margin: 0; font-size: 1.5rem; }
header p, footer p, small { color: var(--soft); }
small { font-size: 0.85em; font-weight: 400; }
p.bad, .bad dd { color: var(--bad); }
.good dd { color: var(--good); }
dl { display: flex; flex-wrap: wrap; gap: 0.5rem 2.25rem; margin: 1rem 0 1.5rem; }
dl div { display: flex; flex-direction: column-reverse; }
dd { margin: 0; font-size: 1.6rem; font-weight: 600; }
dt { color: var(--soft); }
table { border-collapse: collapse; }
th, td { padding: 0.3rem 0.45rem; border-bottom: 1px solid var(--line); text-align: center; vertical-align: middle; }
th[scope=row], th[scope=col], .wide { text-align: left; }
thead th { vertical-align: bottom; font-weight: 600; }
td.wide { min-width: 20rem; max-width: 32rem; }
td.wide small { display: block; }
.capability { padding: 0.3rem 0.1rem; }
.capability span { writing-mode: vertical-rl; transform: rotate(180deg); max-height: 15rem; white-space: nowrap; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
tbody tr:hover { background: var(--hover); }
tr.survived, tr.broken { background: var(--bad-ground); }
tr.survived .number, tr.broken .number { color: var(--bad); font-weight: 700; }
tfoot th, tfoot td { border: 0; color: var(--soft); font-weight: 400; }
.cell { display: inline-block; box-sizing: border-box; min-width: 1.6rem; margin: 0 1px; padding: 0 0.3rem; border: 1.5px solid var(--good);
  border-radius: 0.35rem; font-variant-numeric: tabular-nums; text-align: center; }
.cell.caught { background: var(--good); color: var(--ground); font-weight: 600; }
.cell.also { border-style: dashed; border-color: var(--soft); color: var(--soft); }
footer .cell.also { margin-left: 1rem; }
`;
