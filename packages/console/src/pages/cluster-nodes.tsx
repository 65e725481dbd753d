import Chip from '@mui/material/Chip';
import { DataTable } from '../components/data-table.tsx';
import { useRunningNodes } from './cluster.tsx';

/** The running nodes. */
export function ClusterNodes() {
  return (
    <DataTable
      label="Nodes"
      rows={useRunningNodes()}
      empty="No nodes are running"
      columns={[
        { title: 'Node', cell: (node) => node.node_manager_hostname ?? node.node_id ?? 'unnamed' },
        { title: 'Address', cell: (node) => node.node_ip ?? node.node_manager_address ?? 'unknown' },
        {
          title: 'Status',
          cell: ({ alive }) => (
            <Chip
              size="small"
              variant="outlined"
              label={alive ? 'Alive' : 'Not alive'}
              color={alive ? 'primary' : 'warning'}
            />
          ),
        },
        { title: 'Resources', cell: ({ resources }) => resourcesSentence(resources ?? {}) },
      ]}
    />
  );
}

function resourcesSentence(resources: Record<string, unknown>): string {
  const parts = Object.entries(resources).filter(([, amount]) =>
    ['number', 'string'].includes(typeof amount),
  );
  return parts.map(([name, amount]) => `${name}: ${amountText(name, amount)}`).join(', ') || 'none reported';
}

/** Memory in gigabytes, from bytes. */
function amountText(name: string, amount: unknown): string {
  const bytes = name.includes('memory') && typeof amount === 'number';
  return bytes ? `${(amount / 1e9).toFixed(1)} GB` : String(amount);
}
