import type { Link } from '../../markdown/link.ts';

export interface Surroundings {
  /** The sentence, item or cell that contains the link. */
  text: string;
  /** Whether the section is labelled as one of mocks. */
  labelled: boolean;
  /** The label itself. */
  title: string | undefined;
  /** Whether the section is about something other than this change. */
  elsewhere: boolean;
}

export type LinkJudgement = { counts: boolean; why: string } | undefined;

const designTools =
  /^(?:[\w-]+\.)*(?:figma\.com|whimsical\.com|excalidraw\.com|miro\.com|balsamiq\.cloud|balsamiq\.com|mybalsamiq\.com|zpl\.io|zeplin\.io|penpot\.app|sketch\.com|sketch\.cloud|framer\.com|framer\.app|framer\.website|invis\.io|invisionapp\.com|xd\.adobe\.com|marvelapp\.com|moqups\.com|uxpin\.com|axshare\.com|axure\.cloud|tldraw\.com|protopie\.io|overflow\.io|uizard\.io|mockflow\.com|justinmind\.com|proto\.io|visily\.ai|lunacy\.ai|lucid\.app|wireframe\.cc|app\.moqups\.com|mockplus\.com|storybook\.js\.org|canva\.com|stitch\.withgoogle\.com)$/i;
/** Recordings, chats and documents about a design are not the design. */
const notDesigns =
  /^(?:[\w-]+\.)*(?:loom\.com|slack\.com|youtube\.com|youtu\.be|vimeo\.com|zoom\.us|teams\.microsoft\.com|linear\.app|atlassian\.net|sentry\.io|datadoghq\.com|grafana\.net|stackoverflow\.com)$/i;
/** Boards that may also contain drawings of how something is built. */
const boards = /^(?:[\w-]+\.)*(?:miro\.com|lucid\.app|excalidraw\.com|whimsical\.com|tldraw\.com)$/i;
const howItIsBuilt =
  /archite[ck]t|arquitect|sequen[cz]|secuencia|séquence|(?<!flow )diagram|data ?flow|datenfluss|\berd?\b|topolog|event[- ]storm|\btech(?:nical)?\b|technis|technique|técnic|アーキテクチャ|シーケンス|構成図|(?<!画面)設計/iu;
const designWords =
  /mock|wireframe|wire-frame|design|prototyp|sketch|maqueta|maquette|diseño|entwurf|skizze|boceto|モック|デザイン|ワイヤー|画面案|redesign|proposal|proposed|draft screen|storyboard/iu;
const strongDesignWords =
  /mock|wireframe|prototyp|maqueta|maquette|entwurf|skizze|boceto|モック|デザイン|ワイヤー|画面案|proposed|storyboard|[-_ ]design\b|^design\b|diseño/iu;
const pictureOfNow =
  /screen[ -]?shot|screen[ -]?recording|captura|capture d.écran|bildschirmfoto|スクリーンショット|スクショ|\bbug\b|\berror\b|fehler|\bcurrent(?:ly)?\b|\bactual\b|\bas[- ]is\b|\bbefore\b|\bbroken\b|today|aktuell|actuel|現状|現在|stack ?trace|console output/iu;
const notOfThisChange =
  /\bold\b|\bolder\b|last (?:year|quarter|version)|\bprevious\b|\bformer\b|\boutdated\b|\bobsolete\b|\bsuperseded\b|\bdeprecated\b|\bdropped\b|\babandoned\b|\brejected\b|verworfen|gestrichen|abandonnée?|descartad[oa]|没案|ボツ|\bnot ours\b|\bseparate (?:ticket|change|feature|project|epic)\b|how it looks (?:today|now)|\bnot this\b|\bnot (?:the|for this|of this|yet)\b|\bunrelated\b|\bother (?:ticket|change|feature|team|project)\b|another (?:ticket|change|feature|team|project)|different (?:ticket|change|feature|screen)|\b(?:just |only |purely )?(?:for|as) (?:a )?(?:general )?(?:reference|inspiration|comparison|context|background)\b|\binspir|\bsimilar to\b|\blike (?:the one|in)\b|\bcompetitor|component library|design[- ]?system|sistema de diseño|système de design|デザインシステム|komponentenbibliothek|(?:librairie|bibliothèque) de composants|biblioteca de componentes|コンポーネント(?:ライブラリ|集)|design tokens|brand (?:kit|assets)|charte graphique|guía de estilos?|ui[- ]kit|style ?guide|\bicon (?:set|library)\b|pattern library|brand (?:guide|book)|\be\.g\.|\bfor example\b|\bexample (?:of|only)\b|\bstill (?:missing|to come|shows?)|no (?:new )?(?:mock|design)s?\b|en (?:desuso|otro)|antigu[oa]|obsolet|ancien|remplacé|veraltet|\balte[rsn]?\b|früher|anderes ticket|nur als (?:referenz|beispiel|vergleich)|solo (?:como )?referencia|à titre de référence|pour référence|旧|以前の|参考|別の(?:チケット|機能|案件)|廃止/iu;

/** Phrases in which the thing that the mock replaces is old, and the mock is not. */
export const takesThePlaceOf =
  /\b(?:replac(?:es?|ing)|retir(?:es?|ing)|remov(?:es?|ing)|instead of|away from|unlike|ersetz(?:t|en)|ablös\p{L}*|ablöst|statt|remplac(?:e|er|ent|ant)|au lieu de|reemplaza\p{L}*|sustituye\p{L}*|en lugar de)\s+(?:\p{L}+\s+){0,2}?(?:l['’])?(?:old|older|previous|former|outdated|obsolete|deprecated|antigu[oa]|anterior|ancien(?:ne)?|alte[rsn]?|veraltete\p{L}*|frühere\p{L}*)(?!\p{L})|(?:旧|以前の)[^。、]{0,10}(?:置き換え|置換|廃止|刷新)/giu;
/** Boards and slides of meetings. */
const meeting =
  /\b(?:retro(?:spective)?s?|brainstorm\w*|roadmap|kick-?off|workshop|(?:user )?research|interviews?|personas?)\b/i;
/** Names of component libraries. */
const library =
  /(?:design[-_ ]?system|ui[-_ ]?kit|component[-_ ]?library|style[-_ ]?guide)|\/(?:[\w%-]+[-_])?(?:components|komponenten|composants|componentes|design[-_]tokens|icons|brand(?:[-_](?:kit|assets|book))?|(?:ui[-_])?library)\/?(?:[?#]|$)/i;

/**
 * Judges whether a link or an image is a mock of this change; undefined when nothing suggests that it is meant as one.
 */
export function judgeMock(link: Link, { text, labelled, title, elsewhere }: Surroundings): LinkJudgement {
  const url = parsedUrl(link.url);
  const isTool = url !== undefined && designTools.test(url.hostname);
  const described = `${link.text} ${fileName(link.url)} ${text}`;
  const isPicture =
    link.kind === 'image' ||
    /\.(?:png|jpe?g|gif|svg|webp|pdf|fig|sketch|xd|excalidraw|drawio)(?:[?#]|$)/i.test(link.url);
  const candidate = isTool || labelled || (isPicture && strongDesignWords.test(described));
  if (!candidate) {
    return link.kind === 'image'
      ? no('an image, and nothing says that it is a mock: put it under “Mock”')
      : undefined;
  }

  if (isPlaceholder(link.url)) return no('the link is a placeholder');
  if (elsewhere) return no('it is in a section about something other than this change');
  const foreign =
    notOfThisChange.exec(`${link.text} . ${text}`.replaceAll(takesThePlaceOf, ' '))?.[0] ??
    notOfThisChange.exec(title ?? '')?.[0];
  if (foreign !== undefined) return no(`“${foreign.trim()}” says that it is not the mock of this change`);
  if (isTool) {
    if (boards.test(url.hostname) && howItIsBuilt.test(`${link.text} ${text} ${title ?? ''}`))
      return no('it draws how something is built, not how it looks');
    const isBoard = boards.test(url.hostname) || /^\/(?:board|slides|deck)\//.test(url.pathname);
    if (
      isBoard &&
      meeting.test(`${described} ${title ?? ''}`) &&
      !strongDesignWords.test(`${text} ${link.text}`)
    )
      return no('it contains notes of a meeting or of research');
    const path = url.pathname.replaceAll('/', '');
    if (path === '' && url.search === '' && url.hash.length < 3)
      return no(`the front page of ${url.hostname} is not a mock`);
    if (
      /figma\.com$/i.test(url.hostname) &&
      !/^\/(?:file|design|proto|board|slides|buzz|make|site|deck|embed|d|s|widget)\b/i.test(url.pathname) &&
      /^\/(?:community|@|files|team|blog|resources|templates|help|best-practices|pricing|\w+\/?$)/i.test(
        url.pathname,
      )
    ) {
      return no('it leads to a list of files, not to a file');
    }
    if (library.test(link.url)) {
      return no('it is a component library, not the mock of this change');
    }
    return { counts: true, why: `a file at ${url.hostname}` };
  }
  if (url !== undefined && notDesigns.test(url.hostname) && link.kind !== 'image') {
    return no(`${url.hostname} does not host mocks`);
  }
  if (isPicture) {
    const picture = `${link.text} ${fileName(link.url)}`;
    const now = pictureOfNow.exec(picture)?.[0];
    if (now !== undefined && !designWords.test(picture))
      return no(`“${now}” says that it shows the current state`);
    return {
      counts: true,
      why: labelled ? 'an image under a label for mocks' : 'an image that is called a mock',
    };
  }
  if (link.kind === 'path') return undefined;
  if (url === undefined) return no('it is not a URL');
  if (/\.(?:ya?ml|json|proto|graphqls?|md)$/i.test(url.pathname)) return undefined;
  if (url.pathname.replaceAll('/', '') === '' && url.search === '' && url.hash === '')
    return no('it leads to a front page');
  if (
    /\b(?:rfcs?|adrs?|tech(?:nical)?[-_ ](?:spec|design)|design[-_ ](?:doc|note)s?)\b/i.test(
      `${link.text} ${link.url}`,
    )
  )
    return no('it is called a design note');
  return { counts: true, why: 'a link under a label for mocks' };
}

export function parsedUrl(text: string): URL | undefined {
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : undefined;
}

/** Placeholders such as `https://example.com/…`, `<link>`, `…`, `https://figma.com/file/XXXX`. */
export function isPlaceholder(url: string): boolean {
  if (/^(?:#|\.*|…|url|link|todo|tbd|n\/?a)$/i.test(url.trim())) return true;
  if (
    /[<>{}…]|\.\.\.|%3C|\bx{4,}\b|your[-_]?(?:file|link|url|design|id)|\/(?:EXAMPLE|PLACEHOLDER|FILE_?ID|FILE_?KEY|LINK|TODO|TBD)\b|insert[-_]/i.test(
      url.replace(/\/~1\S*/, '').replace(/#.*\{.*$/, ''),
    )
  )
    return true;
  const host = parsedUrl(url)?.hostname;
  return host !== undefined && /^(?:www\.)?example\.(?:com|org|net)$/.test(host);
}

function fileName(url: string): string {
  const name = (url.split(/[?#]/)[0] ?? '').split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(name).replaceAll(/[-_]/g, ' ');
  } catch {
    return name;
  }
}

function no(why: string): { counts: false; why: string } {
  return { counts: false, why };
}
