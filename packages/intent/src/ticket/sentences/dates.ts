/** Names of months and their abbreviations, in the languages of the vocabulary. */
export const monthName =
  '(?:jan|feb|mar|mär|mrz|apr|abr|avr|may|mai|jun|juin|jul|juil|aug|ago|août|aout|sep|oct|okt|nov|dec|dez|déc|dic|ene|fev|fév)\\p{L}*\\.?';

const near =
  '(?:(?:by|until|till|on|due|before|around|about|the|end of|mid(?:dle of)?|early|late|beginning of|start of|bis|zum|vor|ende|anfang|mitte|avant|pour|le|fin|début|mi|antes del?|para|a|el|finales de|final de|fin de|principios de|mediados de|inicios de)[\\s-]+){0,3}';
const days = [
  '\\d{4}[-/.]\\d{1,2}(?:[-/.]\\d{1,2})?',
  '\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?',
  '\\d{1,2}\\.\\d{1,2}\\.(?:\\d{2,4})?',
  `${monthName}\\s+\\d{1,2}(?:st|nd|rd|th)?,?(?:\\s+\\d{4})?`,
  `\\d{1,2}(?:st|nd|rd|th|er|\\.)?\\s+(?:de\\s+|of\\s+)?${monthName}(?:\\s+(?:de\\s+)?\\d{4})?`,
  `${monthName}(?:\\s+(?:de\\s+)?\\d{4})?`,
  '\\d{4}年(?:\\d{1,2}月(?:\\d{1,2}日)?)?',
  '\\d{1,2}月(?:\\d{1,2}日)?',
  '[qht][1-4](?:[\\s/-]*\\d{2,4})?',
  '(?:\\d{4}[\\s/-]*)?[qht][1-4]',
  '[1-4]\\.\\s?quartal(?:\\s+\\d{4})?',
  '(?:kw|week|cw|woche|semaine|semana)\\s?\\d{1,2}(?:[\\s/]+\\d{4})?',
  '20\\d\\d',
  '(?:next|this|coming|nächste[rns]?|diese[rsn]?|próxim[oa]|est[ea]|prochaine?)\\s+(?:week|month|quarter|sprint|year|cycle|woche|monat|quartal|jahr|semana|mes|trimestre|año|semaine|mois|année)',
  '(?:la |le |el )?(?:semaine|mois|trimestre|sprint|semana|mes) (?:prochaine?|próxim[oa]|que viene)',
  '(?:来|今|再来)(?:週|月|期|年|スプリント)',
  'asap|soon|monday|tuesday|wednesday|thursday|friday',
].join('|');
const date = new RegExp(`^${near}(?:${days})(?:末|頃|ごろ|中|初旬|中旬|下旬|上旬)?$`, 'iu');

/** Whether a text is only a date or another expression of time: `14 May`, `Ende Mai`, `Q3 2027`, `6月末`. */
export function isDate(text: string): boolean {
  return date.test(text.trim().replace(/[.。!?]+$/, ''));
}
