import { useEffect, useRef } from 'react';
import { downloadsAnswer } from '../../api/model-answers.ts';
import type { Download } from '../../api/model-answers.ts';
import { useAnswer } from '../../api/use-answer.ts';
import type { Loaded } from '../../api/use-answer.ts';
import { useFresh } from '../../api/use-fresh.ts';

export interface LoadedDownloads {
  downloads: Loaded<Download[]>;
  again: () => void;
}

/** The downloads of the platform, kept fresh while one is in progress. Calls `onFinished` when one has ended. */
export function useDownloads(onFinished: () => void): LoadedDownloads {
  const [downloads, again] = useAnswer('/model_files/download_status/', downloadsAnswer);
  useFresh(downloads, someRun, again);

  const finished = useRef(onFinished);
  const before = useRef<string[]>([]);
  useEffect(() => {
    finished.current = onFinished;
  });
  useEffect(() => {
    if (downloads.kind !== 'ok') return;
    const running = downloads.data.filter((one) => one.is_downloading).map(({ id }) => id);
    if (before.current.some((id) => !running.includes(id))) finished.current();
    before.current = running;
  }, [downloads]);
  return { downloads, again };
}

const someRun = (downloads: Download[]) => downloads.some((one) => one.is_downloading);
