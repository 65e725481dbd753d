import type { TestFixtures } from '../../../../../fixtures/catalogue.ts';
import type { Console } from '../../../../../fixtures/console/console.ts';

/** Makes a user where the reader of specs does not look. */
export const somebody = ({ data }: Pick<TestFixtures, 'data'>) => data.user('viewer');

/** Revokes a token in the console, likewise. */
export const revokedToken = ({ settingsPage }: Console) => settingsPage.revokeToken('a token');
