/** A model that the guide recommends. */
export interface GuideEntry {
  base_model_id: string;
  name: string;
  producer: string;
  context_length: string;
  use_case: string;
  size_category: 'small' | 'medium' | 'large' | 'very_large';
  quality_overall: string;
  score_average: number;
  description: string;
  guide_version: string;
  variants: GuideVariant[];
}

/** A variant of a model for one kind of machine. */
export interface GuideVariant {
  platform: string;
  variant_repo: string;
  variant_type: string;
  recommended_file: string | null;
  /** GB; 0 where a CPU does. */
  minimum_vram: number;
  recommended_vram: number;
  speed_rating: 'very_fast' | 'fast' | 'medium' | 'slow';
}

/** An entry in the guide of a platform. */
export interface KeptGuideEntry extends GuideEntry {
  id: string;
  created_timestamp: string;
  modified_timestamp: string;
}
