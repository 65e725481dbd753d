/** A link, an embedded picture, or a path that stands in the text. */
export interface Link {
  url: string;
  text: string;
  kind: 'link' | 'image' | 'path';
}
