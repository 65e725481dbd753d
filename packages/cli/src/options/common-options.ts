import { didYouMean } from '@uat/core';
import { laneNames } from '@uat/config';
import { InvalidArgumentError, Option } from 'commander';

/** `--config`: another config. */
export const configOption = () => new Option('--config <file>', 'another uat.config.ts');

/** `--json`: a file for the command's data. */
export const jsonOption = () => new Option('--json <file>', 'write JSON; - is standard output');

/** `--lane`: one of the lanes; another word is refused with a suggestion. */
export function laneOption(description = 'which policy to use'): Option {
  return new Option('--lane <name>', `${description} (default: local)`)
    .choices(laneNames)
    .argParser((word) => {
      const lane = laneNames.find((name) => name === word);
      if (lane !== undefined) return lane;
      throw new InvalidArgumentError(
        `Allowed choices are ${laneNames.join(', ')}.${didYouMean(word, laneNames)}`,
      );
    });
}
