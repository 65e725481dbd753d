import { didYouMean } from '@uat/core';
import { laneNames } from '@uat/config';
import { InvalidArgumentError, Option } from 'commander';

/** `--lane`: one of the lanes; another word is refused with the one that was meant. */
export function laneOption(): Option {
  return new Option('--lane <name>', 'which policy to use')
    .choices(laneNames)
    .default('local')
    .argParser((word) => {
      const lane = laneNames.find((name) => name === word);
      if (lane !== undefined) return lane;
      throw new InvalidArgumentError(
        `Allowed choices are ${laneNames.join(', ')}.${didYouMean(word, laneNames)}`,
      );
    });
}
