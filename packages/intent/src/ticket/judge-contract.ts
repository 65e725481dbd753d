import type { Link } from '../markdown/link.ts';
import { isPlaceholder, type LinkJudgement, parsedUrl, type Surroundings } from './judge-mock.ts';

/** File names that are those of a contract wherever they stand. */
const namesContract =
  /(?:openapi|swagger|asyncapi|api[-_.]?(?:spec|contract|schema|definition)|(?:^|[-_.])contract)[^/\s]*\.(?:ya?ml|json|md)$|(?:^|\/)(?:openapi|swagger|asyncapi|contracts?|api-specs?|apis?|specs?)\/(?:[^\s]*\/)?[^/\s]+\.(?:ya?ml|json)$|\.(?:proto|graphqls?|gql|avsc|wsdl|xsd|raml|smithy|thrift|tsp|openrpc|apib)$|\.schema\.(?:json|ya?ml)$|(?:^|\/)schemas?\/[^\s]+\.json$|(?:^|[/-])schema\.(?:json|ya?ml|graphql|prisma)$/i;
const fileExtension =
  /\.(?:ya?ml|json|proto|graphqls?|gql|avsc|wsdl|xsd|raml|smithy|thrift|tsp|md|adoc|apib|html?)$/i;
/** Settings and builds: YAML or JSON, and no contract. */
const notContracts =
  /(?:^|\/)(?:package(?:-lock)?\.json|tsconfig[^/]*\.json|docker-compose[^/]*|compose\.ya?ml|values[^/]*\.ya?ml|chart\.ya?ml|\.github\/.*|\.gitlab-ci\.ya?ml|pnpm-[^/]*|[^/]*\.config\.[^/]*|flags\.ya?ml|settings[^/]*|config[^/]*\.(?:ya?ml|json)|readme\.md|changelog\.md|manifest\.json|composer\.json|mkdocs\.ya?ml|grafana[^/]*|dashboards?\/.*)$/i;
const contractHosts =
  /^(?:[\w-]+\.)*(?:swaggerhub\.com|stoplight\.io|apiary\.io|bump\.sh|readme\.io|postman\.com|postman\.co|getpostman\.com|redocly\.app|redoc\.ly|buf\.build|apicur\.io|backstage\.io|apidog\.com|apifox\.com|scalar\.com)$/i;
const notOfThisChange =
  /\bno (?:api|contract|schema|interface) changes?\b|\bunchanged\b|\bdoes(?: not|n't) change\b|\bnot? (?:be )?changed?\b|\bstays as it is\b|\bstay(?:s)? the same\b|\bnot (?:touched|affected|of this|for this|this)\b|\bunrelated\b|\be\.g\.|\bfor example\b|\b(?:just |only )?(?:for|as) (?:a )?(?:reference|comparison|example|inspiration)\b|\bold\b|\bobsolete\b|\bdeprecated\b|\bsuperseded\b|\bprevious\b|\banother (?:ticket|team|change|service)|\bother (?:ticket|team|change|service)|\bsimilar to\b|\blegal\b|\bsigned contract|\bemployment\b|\blease\b|sin cambios|no cambia|inchangé|ne change pas|unverändert|bleibt (?:gleich|wie)|keine api|変更なし|変わらない|変更しない|参考|旧/iu;

/** Whether a link or path is the contract of this change; undefined when nothing says that it is meant as one. */
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
  if (!named && !hosted && !docs) {
    return undefined;
  }
  if (isPlaceholder(link.url)) return no('the link is a placeholder');
  if (elsewhere) return no('it stands in a section on what is not of this change');
  const foreign = notOfThisChange.exec(`${link.text} . ${text}`)?.[0];
  if (foreign !== undefined) return no(`“${foreign.trim()}” says that it is not the contract of this change`);
  if (/\.(?:pdf|docx?|png|jpe?g|xlsx?|pptx?)$/i.test(path))
    return no('a document or picture is no API contract');
  if (notContracts.test(path)) return no('that file holds settings, not a contract');
  if (named) return { counts: true, why: 'it names the file of a contract' };
  if (hosted) return { counts: true, why: `a document at ${url.hostname}` };
  if (url === undefined && !fileExtension.test(path))
    return no('a route or a word is no contract: name the file that describes it');
  if (/\.(?:tsx?|jsx?|py|go|rs|java|rb|cs|kt|php)$/i.test(path)) return no('that is code, not a contract');
  if (url !== undefined && path.replaceAll('/', '') === '' && fragment === '')
    return no('it leads to a front page');
  if (url !== undefined && /(?:^|\.)(?:slack|loom|figma|linear)\.(?:com|app)$/i.test(url.hostname))
    return no(`${url.hostname} holds no contracts`);
  return { counts: true, why: 'it stands under a label for contracts' };
}

/** `Contract: https://…` takes any address; `API: https://…` may be the address of the API itself. */
function isContractTitle(title: string | undefined): boolean {
  return (
    title !== undefined &&
    !/^(?:api|interface|interfaz|schnittstelle)s?$/i.test(title.trim().replace(/[:：]$/, ''))
  );
}

function no(why: string): { counts: false; why: string } {
  return { counts: false, why };
}

/** The paths of contract files that stand in a line as words or code. */
export function contractPaths(text: string): string[] {
  return text
    .split(/[\s`"'“”()（）<>|,;、。]+/)
    .filter((word) => word.length < 300 && !word.includes('://') && path.test(word.replace(/[.:!?]+$/, '')))
    .map((word) => word.replace(/[.:!?]+$/, '').replace(/^\.\//, ''));
}

const path =
  /^[\w@~.{}/-]*[\w}]\.(?:ya?ml|json|proto|graphqls?|gql|avsc|wsdl|xsd|raml|smithy|thrift|tsp|md|apib)(?:#\S*)?$/i;
