/** A link, an embedded image, or a path written in the text. */
export interface Link {
  url: string;
  text: string;
  kind: 'link' | 'image' | 'path';
}
