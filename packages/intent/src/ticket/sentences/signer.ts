/** Capitalised words that are not names: things that are signed, roles, months, days, and sentence openings. */
const noNames = new Set(
  `a acceptance all also approval approvals approved approver at both by contract contracts date decision design designer
  designs done final frame frames from given go granted in it joint link meeting mock mockup mocks name names n/a no none note ok
  okay on open owner pending person product project ready recorded release review reviewed reviewer role schema screen
  sign sign-off signature signed signoff spec status team the this ticket version versions we when who yes your
  after as before if must not now once only please then unless until whoever somebody
  api adr figma grpc graphql mvp openapi pr prd rfc ui url ux json yaml
  account accessibility architecture backend business ceo compliance cfo ciso control cpo cto customer data devops director
  dpo engineering engineer finance frontend guild head infra infrastructure lead legal manager management marketing
  mobile ops operations platform pm po pdm privacy qa quality risk sales security sre staff steering committee steward stewards
  support surrogate tech technical vp web works council
  acuerdo cuando si quien aprobación aprobaciones aprobada aprobado calidad condiciones contrato cumplimiento dirección diseño
  equipo esquema estado fecha finanzas firma firmado flujo jurídico legal maqueta negocio nombre operaciones pantalla pendiente persona
  producto qué quién responsable rol seguridad soporte sí validado versión visto vobo
  accord achats si dès lorsque api approbation approuvé avec bon conception conformité contrat date design direction données
  eux finances fonction juridique le la les lu maquette maquettes métier nom oui pour produit qualité quand qui quoi
  relecture réunion rôle schéma sécurité support validation validé vu écran équipe
  abgenommen am beide betriebsrat betrieb contract datenschutz datenschutzbeauftragte datenschutzbeauftragter datum die der das
  durch entwurf einkauf entwicklung erteilt fachbereich fachabteilung freigabe freigaben freigegeben führung genehmigt geprüft
  geschäftsführung ja kunde leitung mock mockup name nein produkt produktmanagement produktleitung projekt qualität recht
  rechtsabteilung revision rolle schnittstelle sicherheit sitzung spezifikation stand team technik und unterschrift vertrag
  sobald vertrieb version von wenn wann was wer zustimmung ziel
  january february march april may june july august september october november december
  enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
  janvier février mars avril mai juin juillet août septembre octobre novembre décembre
  januar februar märz juni juli oktober dezember
  monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag
  lunes martes miércoles jueves viernes sábado domingo lundi mardi mercredi jeudi vendredi samedi dimanche
  mon tue wed thu fri jan feb mar apr jun jul aug sep sept oct nov dec dez okt kw q1 q2 q3 q4`.split(/\s+/),
);
const noKanjiNames =
  /^(?:承認|設計|仕様|契約|画面|未定|日付|名前|氏名|署名|担当|確認|完了|済み?|済|双方|両方|全員|版|今週|来週|本日|部長|課長|開発|製品|品質|法務|経理|営業|情報|責任者|担当者|承認者|承認済み?|承認日|決裁|合意|最終|再承認|内容|資料|状態|状況|役割|対象|契約書|設計書|月|日|年|会議|定例|議事録|口頭|以上|なし|無し|不要|審査|監査|部門|各|関係者)$/u;

const word = `\\p{Lu}[\\p{L}'’.-]*`;
const particles = `(?:de|del|de la|la|van|von|der|den|di|da|dos|el|al|bin|le)`;
const isName = new RegExp(`^${word}$`, 'u');
const full = new RegExp(`${word}(?:\\s+(?:${particles}\\s+){0,2}${word}){0,3}`, 'gu');
const behindBy =
  /(?:\b(?:by|from|with|von|vom|durch|por|de|par|avec|d')\s+|\b(?:herrn?|frau|dr\.?|mr\.?|ms\.?|mrs\.?|mme|m\.|sra?\.?|señora?|madame|monsieur|doña|don)\s+)$/iu;
const nextToName =
  /^\s*(?:$|[,;:(|/·–—=]|-\s|\+|&|\d|(?:and|und|y|et|on|at|am|le|el|for|has|have|hat|haben|ha|a|ok|okay|said|says|approved|approves|signed|accepted|agreed|gave|aprobó|aprueba|firmó|validó|dio|valide|approuve|in|per|via|✅|✓|☑|👍)(?=[\s,.:;]|$))/iu;
const beforeName = /(?:^|[,;:(|/·–—-]|&|\b(?:and|und|y|et)|✅|✓|☑|👍)\s*$/u;

/**
 * The name of a person in a line that records an approval; undefined when it has only roles and things. A one-word name
 * must be where names usually are: at the start, after “by”, or before a date.
 */
export function signer(text: string): string | undefined {
  const handle = /(?:^|[\s(])@([\p{L}\p{N}][\p{L}\p{N}._-]*)/u.exec(text)?.[1];
  if (handle !== undefined && !/^(?:name|handle|user|someone|todo|tbd)$/i.test(handle)) return handle;
  for (const found of text.matchAll(full)) {
    const words = trimmed(found[0].split(/\s+/));
    if (words.length === 0) continue;
    const name = words.join(' ').replace(/[.'’-]+$/, '');
    const at = found.index + found[0].indexOf(words[0] ?? '');
    const before = text.slice(Math.max(0, at - 24), at);
    const after = text.slice(at + words.join(' ').length);
    if (behindBy.test(before)) return name;
    if (words.filter((one) => isName.test(one)).length >= 2) return name;
    if (
      /^\p{Lu}[\p{L}'’.-]+$/u.test(name) &&
      /\p{Ll}/u.test(name) &&
      beforeName.test(before) &&
      nextToName.test(after)
    )
      return name;
  }
  const small = /^(\p{Ll}[\p{L}.]+)(?=,|\s\()/u.exec(text)?.[1];
  if (small !== undefined && /\d/.test(text) && !noNames.has(small)) return small;
  return japaneseName(text);
}

/** The words from the first that is a name to the next that is not. */
function trimmed(words: readonly string[]): string[] {
  const isNone = (one: string) => noNames.has(one.toLowerCase().replace(/[.,'’-]+$/, ''));
  const from = words.findIndex((one) => !isNone(one) && /^\p{Lu}/u.test(one));
  if (from === -1) return [];
  const rest = words.slice(from);
  const end = rest.findIndex(isNone);
  const name = end === -1 ? rest : rest.slice(0, end);
  return name.slice(0, name.findLastIndex((one) => /^\p{Lu}/u.test(one)) + 1);
}

function japaneseName(text: string): string | undefined {
  const titled =
    /([\p{Script=Han}]{1,4}|[\p{Script=Katakana}ー・]{2,10})\s*(?:さん|様|氏|部長|課長|本部長|リーダー|マネージャー|PM|PdM|PO)/u.exec(
      text,
    )?.[1] ??
    /(?:PM|PdM|PO|デザイナー|デザイン|開発|プロダクト|QA|セキュリティ|法務|責任者|担当|リード|部長|課長)[\s：:・／/]*([\p{Script=Han}]{2,4})(?=[\s、,（()）・。：:]|$)/u.exec(
      text,
    )?.[1];
  if (titled !== undefined && !noKanjiNames.test(titled)) return titled;
  for (const [, name = ''] of text.matchAll(
    /(?:^|[\s、,（(|／/・：:])([\p{Script=Han}]{2,5}(?:[\s　][\p{Script=Han}]{1,3})?|[\p{Script=Katakana}ー]{2,8}・[\p{Script=Katakana}ー]{2,8})(?=[\s、,（()）|／/・。：:]|が|より|$)/gu,
  )) {
    if (!noKanjiNames.test(name) && !/(?:承認|契約|仕様|設計|画面|部$|課$|版$|済|案$|日$)/u.test(name))
      return name;
  }
  return undefined;
}
