import type { fromMarkdown } from 'mdast-util-from-markdown';

/** Node types of the parser. */
export type Root = ReturnType<typeof fromMarkdown>;
export type RootContent = Root['children'][number];
/** Content of a paragraph. */
export type PhrasingContent = Extract<RootContent, { type: 'paragraph' }>['children'][number];
