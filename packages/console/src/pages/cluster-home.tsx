import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import type { RunningNode } from '../api/answers.ts';
import { useRunningNodes } from './cluster.tsx';

/** The cluster in three figures. */
export function ClusterHome() {
  const nodes = useRunningNodes();
  const figures = [
    { label: 'Nodes', value: nodes.length },
    { label: 'Alive', value: nodes.filter(({ alive }) => alive).length },
    { label: 'Processors', value: processorsOf(nodes) ?? 'unknown' },
  ];
  return (
    <Box
      component="dl"
      sx={{ m: 0, display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))' }}
    >
      {figures.map(({ label, value }) => (
        <Card key={label} sx={{ p: 2.5 }}>
          <Typography component="dt" color="textSecondary">
            {label}
          </Typography>
          <Typography component="dd" sx={{ m: 0, fontSize: '1.9rem', fontWeight: 650 }}>
            {value}
          </Typography>
        </Card>
      ))}
    </Box>
  );
}

/** The processors of all nodes together; undefined when unknown. */
function processorsOf(nodes: RunningNode[]): number | undefined {
  const counts = nodes
    .map(({ resources }) => resources?.['CPU'])
    .filter((count) => typeof count === 'number');
  return counts.length === 0 ? undefined : counts.reduce((sum, count) => sum + count, 0);
}
