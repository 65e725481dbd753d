import type { fromMarkdown } from 'mdast-util-from-markdown';

/** What the parser gives. */
export type Root = ReturnType<typeof fromMarkdown>;
export type RootContent = Root['children'][number];
/** What stands in a paragraph. */
export type PhrasingContent = Extract<RootContent, { type: 'paragraph' }>['children'][number];
