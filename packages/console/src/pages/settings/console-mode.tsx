import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { currentMode, keepMode } from '../../mode.ts';
import { Section } from '../../components/section.tsx';
import type { Notice } from '../../components/section.tsx';

const modes = {
  novice: {
    name: 'Novice Mode',
    about: 'The models page shows recommended models, which one click deploys.',
    other: 'advanced',
  },
  advanced: {
    name: 'Advanced Mode',
    about: 'The models page searches the whole hub, and lets you choose files and configurations.',
    other: 'novice',
  },
} as const;

/** Setting for the level of detail of the model engine in this browser. */
export function ConsoleMode() {
  const [mode, setMode] = useState(currentMode);
  const [notice, setNotice] = useState<Notice | null>(null);
  const { name, about, other } = modes[mode];
  return (
    <Section heading={name} notice={notice}>
      <Typography sx={{ mb: 2 }}>{about}</Typography>
      <Button
        variant="outlined"
        onClick={() => {
          keepMode(other);
          setMode(other);
          setNotice({ text: `${modes[other].name} is on in this browser.`, opener: 'stays' });
        }}
      >
        Switch to {modes[other].name}
      </Button>
    </Section>
  );
}
