import type { Link } from '../../markdown/link.ts';
import { isPlaceholder, type LinkJudgement, parsedUrl, type Surroundings } from './judge-mock.ts';

/** File names of contracts, wherever they occur. */
const namesContract =
  /(?:openapi|swagger|asyncapi|api[-_.]?(?:spec|contract|schema|definition)|(?:^|[-_.])contract)[^/\s]*\.(?:ya?ml|json|md)$|(?:^|\/)(?:openapi|swagger|asyncapi|contracts?|api-specs?|apis?|specs?)\/(?:[^\s]*\/)?[^/\s]+\.(?:ya?ml|json)$|\.(?:proto|graphqls?|gql|avsc|wsdl|xsd|raml|smithy|thrift|tsp|openrpc|apib)$|\.schema\.(?:json|ya?ml)$|(?:^|\/)schemas?\/[^\s]+\.json$|(?:^|[/-])schema\.(?:json|ya?ml|graphql|prisma)$/i;
const fileExtension =
  /\.(?:ya?ml|json|proto|graphqls?|gql|avsc|wsdl|xsd|raml|smithy|thrift|tsp|md|adoc|apib|html?)$/i;
/** Folders of notes and decisions, whatever they are about: `docs/adr/0012-openapi-first.md`. */
const notes =
  /(?:^|\/)(?:rfcs?|adrs?|design|design-?(?:docs?|notes?)|decisions?|architecture)\/\S*\.(?:md|adoc|rst)$/i;
/** Settings and builds: YAML or JSON, but not a contract. */
const notContracts =
  /(?:^|\/)(?:package(?:-lock)?\.json|tsconfig[^/]*\.json|docker-compose[^/]*|compose\.ya?ml|values[^/]*\.ya?ml|chart\.ya?ml|\.github\/.*|\.gitlab-ci\.ya?ml|pnpm-[^/]*|[^/]*\.config\.[^/]*|flags\.ya?ml|settings[^/]*|config[^/]*\.(?:ya?ml|json)|readme\.md|changelog\.md|manifest\.json|composer\.json|mkdocs\.ya?ml|grafana[^/]*|dashboards?\/.*)$/i;
const contractHosts =
  /^(?:[\w-]+\.)*(?:swaggerhub\.com|stoplight\.io|apiary\.io|bump\.sh|readme\.io|postman\.com|postman\.co|getpostman\.com|redocly\.app|redoc\.ly|buf\.build|apicur\.io|backstage\.io|apidog\.com|apifox\.com|scalar\.com)$/i;
/** Phrases that say that a contract stays unchanged. */
const unchanged =
  /\bno (?:api|contract|schema|interface|wire|breaking) changes?\b|\bno changes? (?:to|in|of|there|here|needed|required)\b|\bunchanged\b|\buntouched\b|\b(?:does|do|did|is|are|will|must|should|need)(?: not|n['’]t) (?:be )?(?:chang|touch|affect|mov|alter|edit)\w*|\bnot? (?:be |been )?(?:changed?|touched|affected|altered|edited|modified)\b|\b(?:stays?|remains?|kept|keeps?|left|leave|leaving|is|are) (?:exactly |just |strictly )?(?:as (?:it|they) (?:is|are)|as[- ]is|the same|alone|frozen|stable|intact|like (?:it|they) (?:is|are))\b|\bnothing (?:changes|moves|to change|new)\b|\bfrozen\b|\balready (?:has|have|returns?|covers?|describes?|contains?|there|exists?|allows?|supports?|merged|final)\b|\bsin (?:cambios|tocar|modificar)(?!\p{L})|\bno (?:se )?(?:cambian?|tocan?|modifican?|varían?)(?!\p{L})|\b(?:queda|sigue|se queda|permanece) (?:igual|como está|tal cual|intact[oa])(?!\p{L})|\bya (?:existe|lo (?:tiene|devuelve)|está)(?!\p{L})|\bleave\b.{0,10}⟦⟧.{0,10}\balone\b|inchangée?s?|ne (?:changent?|bougent?|touche[nsz]?) pas|n['’](?:est|a) pas (?:changé|modifié|touché)e?|(?:reste(?:nt)?|demeure) (?:tel(?:le)?s? quel(?:le)?s?|identiques?|en l['’]état|comme)|sans (?:changement|modification|y toucher)|on n['’]y touche pas|existe déjà|unverändert|unangetastet|bleib(?:t|en) (?:gleich|wie|so|stabil|bestehen)|ändert sich nicht|nicht (?:geändert|angefasst|angepasst|berührt)|ohne änderung|keine (?:änderung|api)|bereits vorhanden|変更(?:は)?(?:なし|ありません|しない|しません|不要|無し)|変わらない|変わりません|そのまま|現状のまま|触らない|既存のまま/iu;
/** Phrases that say that a contract belongs to something else, or is for reference only. */
const foreign =
  /\bnot (?:of this|for this|this one|part of this|in this ticket|ours)\b|\bunrelated\b|\be\.g\.|\bfor example\b|\b(?:just |only |purely )?(?:for|as) (?:a |an )?(?:general )?(?:reference|comparison|example|inspiration|background|context|orientation)\b|\b(?:another|other|different|separate) (?:ticket|team|change|service|product|project|squad)s?\b|\b(?:belongs to|comes with|is part of|goes with|changed in|changes in|handled in|done in|tracked in|see) (?:the )?(?:other|another|[A-Z]{2,6}-\d+)|\bsimilar to\b|\blike (?:in|the one)\b|\bsame (?:style|way|pattern) as\b|\bcopy of\b|\blegal\b|\bsigned contract|\bemployment\b|\blease\b|\b(?:contract|snapshot|consumer) tests?\b|\b(?:read|reads|reading|consume|consumes|consuming|call|calls) (?:only|from)\b|\bwe only (?:read|consume|call|use)\b|\blinter?\b|\bflak(?:y|es)\b|\bde otr[oa] (?:ticket|equipo|cambio|servicio)|\botro (?:ticket|equipo|cambio)|\b(?:como|de) (?:referencia|ejemplo)(?!\p{L})|\bpor ejemplo\b|\bsolo (?:leemos|consumimos|se lee|consulta)|d['’]un(?:e)? autre|autre (?:ticket|équipe|changement)|à titre (?:de référence|d['’]exemple|indicatif)|pour (?:référence|mémoire|info)(?!\p{L})|par exemple|andere[rsnm]? (?:ticket|team|änderung|projekt)|(?:nur|als) (?:als )?(?:referenz|beispiel|vergleich|vorlage|orientierung)|zum vergleich|zum beispiel|z\. ?b\.|別(?:件|チケット|チーム|の(?:チケット|チーム|変更|案件|サービス))|参考|他チーム|例えば/iu;
/** Words directly before or after the link: `the old openapi.yaml`, `openapi.yaml (deprecated)`. */
const gone =
  /\b(?:old|older|obsolete|outdated|deprecated|superseded|previous|former|retired|legacy|antigu[oa]|obsolet[oa]|anterior|ancien(?:ne)?|obsolète|alte[rsnm]?|veraltete\w*|frühere\w*|bisherige\w*)(?:\s+(?:api|interface|event|public|contracts?|spec\p{L}*|schemas?|files?|versions?|contrat|contrato|vertrag|schema|schéma|esquema|fichier|archivo|datei)){0,2}[\s:：(]*⟦|旧[^。]{0,8}⟦|⟧[\s)]*[(（,–—-]\s*(?:the |now |is |sera |est )?(?:old|obsolete|outdated|deprecated|superseded|replaced|retired|previous|gone|antigu[oa]|obsolet[oa]|ancien(?:ne)?|obsolète|veraltet|alt|überholt|旧|廃止)|⟧ (?:is|was|has been) (?:now )?(?:obsolete|outdated|deprecated|superseded|replaced|retired)/iu;

/**
 * Judges whether a link or path is the contract of this change; undefined when nothing suggests that it is meant as
 * one.
 */
export function judgeContract(link: Link, { text, labelled, title, elsewhere }: Surroundings): LinkJudgement {
  if (link.kind === 'image') return undefined;
  const url = parsedUrl(link.url);
  const file = link.url.replace(/#.*$/, '').replace(/\?.*$/, '');
  const path = url === undefined ? file : url.pathname;
  const whole = link.url.replace(/\?.*$/, '').split('#');
  const fragment = whole[1] ?? '';
  const named =
    namesContract.test(path) || (fragment.startsWith('diff-') && namesContract.test(fragment.slice(5)));
  const hosted = url !== undefined && contractHosts.test(url.hostname) && path.replaceAll('/', '').length > 0;
  const docs = labelled && isContractTitle(title);
  if ((!named && !hosted && !docs) || notes.test(path)) {
    return undefined;
  }
  if (isPlaceholder(link.url)) return no('the link is a placeholder');
  if (elsewhere) return no('it is in a section about something other than this change');
  const said = `${link.text} . ${text}`;
  const same = unchanged.exec(said)?.[0];
  if (same !== undefined) return no(`“${same.trim()}” says that it stays unchanged`);
  const other = foreign.exec(said)?.[0] ?? gone.exec(text)?.[0].replaceAll(/[⟦⟧]/g, '');
  if (other !== undefined) return no(`“${other.trim()}” says that it is not the contract of this change`);
  if (/\.(?:pdf|docx?|png|jpe?g|xlsx?|pptx?)$/i.test(path))
    return no('a document or image is not an API contract');
  if (notContracts.test(path)) return no('that file holds settings, not a contract');
  if (named) return { counts: true, why: 'it names a contract file' };
  if (hosted) return { counts: true, why: `a document at ${url.hostname}` };
  if (url === undefined && !fileExtension.test(path))
    return no('a route or a word is not a contract: name the file that describes it');
  if (/\.(?:tsx?|jsx?|py|go|rs|java|rb|cs|kt|php)$/i.test(path)) return no('that is code, not a contract');
  if (url !== undefined && path.replaceAll('/', '') === '' && fragment === '')
    return no('it leads to a front page');
  if (url !== undefined && /(?:^|\.)(?:slack|loom|figma|linear)\.(?:com|app)$/i.test(url.hostname))
    return no(`${url.hostname} does not host contracts`);
  return { counts: true, why: 'it is under a label for contracts' };
}

/** `Contract: https://…` accepts any URL; `API: https://…` may be the address of the API itself. */
function isContractTitle(title: string | undefined): boolean {
  return (
    title !== undefined &&
    !/^(?:api|interface|interfaz|schnittstelle)s?$/i.test(title.trim().replace(/[:：]$/, ''))
  );
}

function no(why: string): { counts: false; why: string } {
  return { counts: false, why };
}

/** The paths of contract files that a line mentions in text or code. */
export function contractPaths(text: string): string[] {
  return text
    .split(/[\s`"'“”()（）<>|,;、。]+/)
    .filter((word) => word.length < 300 && !word.includes('://') && path.test(word.replace(/[.:!?]+$/, '')))
    .map((word) => word.replace(/[.:!?]+$/, '').replace(/^\.\//, ''));
}

const path =
  /^[\w@~.{}/-]*[\w}]\.(?:ya?ml|json|proto|graphqls?|gql|avsc|wsdl|xsd|raml|smithy|thrift|tsp|md|apib)(?:#\S*)?$/i;
