import { useEffect, useRef } from 'react';
import type { Answer } from '../../api/api.ts';
import { configsAnswer, deployAnswer, downloadAnswer, modelsAnswer } from '../../api/model-answers.ts';
import type { GuideEntry, Model } from '../../api/model-answers.ts';
import { problemOf } from '../../api/problem-of.ts';
import { useSession } from '../../session/session.tsx';
import { fileState } from './file-state.ts';
import { suitedVariant } from './suited-variant.ts';

/** Interval between two checks of a download. */
const pause = 1_000;

/**
 * Downloads the variant of a guide's model that suits this platform and deploys it when it is complete, with
 * progress messages. Returns a sentence on failure. Leaving the page cancels the deployment.
 */
export function useOneClick(): (entry: GuideEntry, onDownloading: () => void) => Promise<string | null> {
  const { request } = useSession();
  const left = useRef(false);
  useEffect(() => {
    left.current = false;
    return () => void (left.current = true);
  }, []);

  /** The model of a repository, once the requested files are complete. */
  const whenHere = async (repository: string): Promise<Answer<Model>> => {
    for (;;) {
      const answer = await request('/models/?load_files=true', modelsAnswer);
      if (answer.kind !== 'ok') return answer;
      const model = answer.data.find(({ repo_modelId }) => repo_modelId === repository);
      const states = new Set(model?.m_files?.map(fileState));
      if (model === undefined || !states.has('downloading')) {
        return states.has('downloaded') && model !== undefined
          ? { kind: 'ok', data: model }
          : { kind: 'failed', message: `The download of ${repository} did not come to its end.` };
      }
      if (left.current) return { kind: 'failed', message: 'The page was left.' };
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  };

  return async (entry, onDownloading) => {
    const words = {
      denied: 'Only administrators deploy models.',
      missing: `${entry.name} cannot be had any more.`,
    };
    const variant = suitedVariant(entry);
    if (variant === undefined) return `The guide names nothing to download for ${entry.name}.`;

    const begun = await request('/models/download/', downloadAnswer, {
      method: 'POST',
      body: {
        model: variant.variant_repo,
        hub: 'HubsHf',
        ...(variant.recommended_file ? { files_to_download: [variant.recommended_file] } : {}),
      },
    });
    if (begun.kind !== 'ok') return problemOf(begun, words);
    if (begun.data.result === false) return begun.data.message || `${entry.name} could not be downloaded.`;
    onDownloading();

    const arrived = await whenHere(variant.variant_repo);
    if (arrived.kind !== 'ok') return problemOf(arrived, words);
    const model = arrived.data;
    const path = `/models/${encodeURIComponent(model.id ?? '')}/configs`;
    const configs = await request(path, configsAnswer);
    if (configs.kind !== 'ok') return problemOf(configs, words);
    const config = configs.data.find((one) => one.default) ?? configs.data[0];
    if (config === undefined) return `${entry.name} has no configuration to deploy it with.`;
    const file = model.m_files?.find(({ name }) => name === variant.recommended_file);
    const deployed = await request('/serving/deploy_model', deployAnswer, {
      method: 'POST',
      body: { m_id: model.id, m_config_id: config.id, ...(file?.id ? { m_file_id: file.id } : {}) },
    });
    return deployed.kind === 'ok' ? null : problemOf(deployed, words);
  };
}
