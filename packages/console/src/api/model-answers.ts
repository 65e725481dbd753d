import {
  array,
  boolean,
  looseObject,
  nullish,
  number,
  optional,
  record,
  string,
  union,
  unknown,
} from 'zod/mini';
import type { infer as Infer } from 'zod/mini';

// Only the fields of the model engine's responses that the console reads.

const modelFile = looseObject({
  id: nullish(string()),
  name: string(),
  size: nullish(number()),
  storage_location: nullish(string()),
  is_downloading: nullish(boolean()),
  download_percentage: nullish(number()),
});

/** `GET /api/models/{id}` */
export const modelAnswer = looseObject({
  id: nullish(string()),
  name: string(),
  source_repository: nullish(string()),
  repo_modelId: nullish(string()),
  hub: nullish(string()),
  private: nullish(boolean()),
  description: nullish(string()),
  m_files: optional(array(modelFile)),
});

/** `GET /api/models/` */
export const modelsAnswer = array(modelAnswer);

/** `POST /api/models/search/` */
export const searchAnswer = looseObject({
  results: array(looseObject({ id: nullish(string()), model: modelAnswer })),
  total_results: number(),
  hub_error: nullish(string()),
  hub_results_partial: optional(boolean()),
});

/** `POST /api/model_files/search/` */
export const hubFilesAnswer = array(modelFile);

/** `POST /api/models/download/` */
export const downloadAnswer = looseObject({ result: optional(boolean()), message: nullish(string()) });

/** `GET /api/model_files/download_status/` */
export const downloadsAnswer = array(
  looseObject({
    id: string(),
    m_id: string(),
    name: string(),
    is_downloading: boolean(),
    download_percentage: nullish(number()),
    download_remaining: nullish(string()),
    download_throughput: nullish(string()),
  }),
);

/** `GET /api/models/{id}/configs` */
export const configsAnswer = array(
  looseObject({
    id: string(),
    m_file_id: nullish(string()),
    name: nullish(string()),
    description: nullish(string()),
    default: boolean(),
    config: optional(record(string(), unknown())),
    system_config: optional(record(string(), unknown())),
  }),
);

/** `POST /api/serving/deploy_model`: the id of the new deployment */
export const deployAnswer = string();

/** `GET /api/serving/deployment/{id}` */
export const deploymentAnswer = looseObject({
  id: string(),
  m_id: string(),
  m_name: nullish(string()),
  m_config_name: nullish(string()),
  status: string(),
  engine: nullish(string()),
  host_ip: nullish(string()),
  lb_port: nullish(number()),
  access_path: nullish(string()),
  capabilities: optional(array(string())),
  context_window: nullish(number()),
  requested_at: nullish(string()),
  deployed_at: nullish(string()),
  last_error_code: nullish(string()),
  last_error_message: nullish(string()),
});

/** `GET /api/serving/deployments` */
export const deploymentsAnswer = array(deploymentAnswer);

/** `GET /api/serving/deployment/{id}/logs` */
export const logsAnswer = looseObject({ logs: array(string()), compressed: optional(boolean()) });

/** `GET /api/guide/` */
export const guideAnswer = array(
  looseObject({
    base_model_id: string(),
    name: string(),
    producer: string(),
    context_length: string(),
    use_case: union([string(), array(string())]),
    size_category: string(),
    description: nullish(string()),
    variants: array(
      looseObject({
        platform: union([string(), array(string())]),
        variant_repo: string(),
        variant_type: string(),
        recommended_file: nullish(string()),
        minimum_vram: number(),
      }),
    ),
  }),
);

export type Model = Infer<typeof modelAnswer>;
export type ModelFile = Infer<typeof modelFile>;
export type SearchResults = Infer<typeof searchAnswer>;
export type Download = Infer<typeof downloadsAnswer>[number];
export type ModelConfig = Infer<typeof configsAnswer>[number];
export type Deployment = Infer<typeof deploymentAnswer>;
export type GuideEntry = Infer<typeof guideAnswer>[number];
