import { monthName } from './dates.ts';

/** Numbers that measure nothing: addresses, tickets, dates, versions, quarters, names such as OAuth2 and P2. */
const namesOnly = [
  /https?:\/\/\S+/giu,
  /\b[A-Z]{2,10}-\d+\b/gu,
  /#\d+/gu,
  /\b\d{4}[-/.]\d\d?(?:[-/.]\d\d?)?\b/gu,
  // 3.12. is a date, 3.000 a number.
  /\b(?!\d{1,2}\.\d{3}(?!\d))\d{1,2}[./]\d{1,2}\.?(?:\d{2,4})?(?=[\s,;:)]|$)(?!\s*(?:%|s\b|ms\b|min))/giu,
  new RegExp(
    `\\b\\d{1,2}(?:st|nd|rd|th|er|\\.)?\\s+(?:de\\s+|of\\s+)?${monthName}(?:\\s+(?:de\\s+)?\\d{4})?`,
    'giu',
  ),
  new RegExp(`\\b${monthName}\\s+\\d{1,2}(?:st|nd|rd|th)?\\b(?!\\s*(?:%|ms|sec|min|MB|GB))`, 'giu'),
  /\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月(?:\d{1,2}日)?/gu,
  /\b[QHT][1-4](?:[ /-]?\d{2,4})?\b/gu,
  /\bkw\s?\d{1,2}\b/giu,
  /\bv\d[\d.]*\b/giu,
  /\b\d+\.\d+\.\d+(?:-[\w.]+)?\b/gu,
  /\b\p{L}+\d+\b/gu,
  /\b(?:19|20)\d\d\b(?!\s*(?:%|€|\$|ms\b|\p{L}+\s+(?:per|pro|par|por)\b))/giu,
  /\b(?:phase|step|version|versión|option|sprint|release|milestone|hito|jalon|meilenstein|tier|level|stage|fase|étape|schritt|ticket|frame|wave|rfc|adr|iso|http)\s+\d[\d.]*/giu,
];
/** The time frame and the current value: neither is the target. */
const besides = [
  /\b(?:within|after|over|during|for|in|the first|first|nach|innerhalb(?: von)?|binnen|über|in den ersten|en|dans|dentro de|durante|después de|tras|après|pendant|sous|sur|au bout de)\s+(?:the |den |les |los |las |first |ersten |premières? |premiers |primer[oa]s? |next |a )*(?:\d+|one|two|three|four|five|six|eight|twelve|zwei|drei|vier|sechs|acht|dos|tres|cuatro|seis|ocho|deux|trois|quatre|six|huit)\s+(?:weeks?|months?|quarters?|years?|sprints?|wochen?|monat\w*|quartal\w*|jahr\w*|semanas?|mes(?:es)?|trimestres?|años?|semaines?|mois|ans?)\b/giu,
  /(?:リリース|公開|導入)?後?\d+\s?(?:週間|か月|ヶ月|カ月)(?:後|以内)?/gu,
  /(?:\btoday\b|\bcurrently\b|\bat present\b|\bright now\b|\bheute\b|\bderzeit\b|\baktuell\b|\bbisher\b|aujourd['’]hui|\bactuellement\b|\bhoy\b|\bactualmente\b|\ben la actualidad\b|現在|現状|今は)[^,;.()→\d]{0,40}\d[\d.,\s]*/giu,
];

const digits = /\d/u;
const inWords =
  /\b(?:zero|half|halved?|twice|doubles?|doubled|doubling|triples?|tripled|la mitad|el doble|duplicar|réduire de moitié|de moitié|doubler|halbiert|halbieren|verdoppel\w*|zur hälfte|hälfte)\b(?![- ]click)|半分|半減|倍増|ゼロ/iu;
const compared =
  /\b(?:at (?:least|most)|more than|less than|fewer than|no more than|under|below|over|above|up to|höchstens|mindestens|weniger als|mehr als|unter|au (?:moins|plus)|moins de|plus de|al menos|como máximo|menos de|más de|nine|eight|seven|neun|acht|nueve|ocho|neuf|huit)\s+(?:one|two|three|four|five|six|seven|eight|nine|ten|in|out|of|von|de|sur|eine[rnm]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|uno?a?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)\b/iu;
const unit =
  /\d[\d.,\s]*(?:%|‰|percent|pct|prozent|por ciento|pour ?cent|パーセント|ポイント|points?\b|pp\b|ms\b|s\b|sec|sek|min|h\b|hours?|std|stunden?|horas?|heures?|minut|second|segund|sekund|days?\b|tage?n?\b|días?\b|jours?\b|weeks?\b|秒|分|時間|日|件|人|名|社|回|円|倍|割|[kmgt]i?b\b|fps|rps|qps|tps|req|€|\$|£|¥|usd|eur|dollars?|euros?|k\b|x\b|×|per\b|pro\b|par\b|por\b|\/)|[€$£¥]\s?\d/iu;
const comparison =
  /[<>≤≥→]\s*\d|\d\s*(?:→|->|=>)|\b(?:at (?:least|most)|more than|less than|fewer than|no more than|not more than|under|below|over|above|up to|down to|from|to|by|höchstens|mindestens|weniger als|mehr als|unter|über|auf|um|maximal|max|min|au (?:moins|plus)|moins d['e]|plus d['e]|sous|jusqu'à|de|à|al menos|como (?:máximo|mínimo)|menos de|más de|por debajo de|hasta|a)[.:]?\s+(?:\p{L}+\s+)?[€$£]?\d|\d[\d.,]*\s*(?:以上|以下|未満|から|まで|に)|\d+\s+(?:of|out of|in|von|sur|de cada)\s+\d/iu;

/**
 * Finds whether a text has a possible target number, and whether it measures something: it has a unit, or is compared
 * with something.
 */
export function figuresIn(text: string): { any: boolean; measured: boolean } {
  let figures = text;
  for (const pattern of [...besides, ...namesOnly]) figures = figures.replaceAll(pattern, ' ');
  const spelled = inWords.test(figures) || compared.test(figures);
  const any = digits.test(figures) || spelled;
  return {
    any,
    measured: spelled || (digits.test(figures) && (unit.test(figures) || comparison.test(figures))),
  };
}
