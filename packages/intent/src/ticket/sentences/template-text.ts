/** Phrases about a text that was generated, but not about code that the change generates. */
export const writtenByMachine =
  /\bauto-?generated\b(?! (?:clients?|code|sdks?|types?|ids?|keys?|names?|stubs?)\b)|\bgenerated (?:by|from) (?:the |this )?(?:\p{L}+ )?(?:ticket|bot|gate\w*|template|issue|assistant|ai)\b|^generated (?:by|from)\b|generad[oa] (?:automáticamente|(?:a partir )?(?:por|del?) (?:el |la |un )?(?:bot|ticket|plantilla|asistente))|générée? (?:automatiquement|(?:par|à partir) (?:le |la |du |de la |un )?(?:robot|bot|ticket|gabarit|modèle|assistant))|(?<!(?:wird|werden) )automatisch (?:erzeugt|erstellt|generiert|befüllt)|自動生成(?!する|した(?:クライアント|コード|型))/iu;

/** Instructions and questions in forms, in the languages of the vocabulary. */
const orders: readonly RegExp[] = [
  /^(?:please\s+)?(?:describe|list|add|insert|enter|fill|paste|specify|define|replace|write|put|provide|explain|summari[sz]e|outline|attach|include|state|delete|remove|use this|keep this|note|link|name|mention|document|give|tell|sketch|leave (?:blank|empty))\b(?=.*\b(?:here|below|above|this section|this text|this template|this note|this line|sentences?|paragraphs?|words|bullets?|template|options?|alternatives?|problem|context|decision|consequences|approach|trade-?offs?|if (?:applicable|any|needed|not|there|trivial)|blank|empty|as needed|you)\b)/i,
  /^(?:por favor,?\s+)?(?:describ[ae]|describir|list[ae]r?|enumer[ae]r?|añad[ae]|añadir|agreg[ae]r?|rellen[ae]r?|complet[ae]r?|indic[ae]r?|explic[ae]r?|escrib[ae]|escribir|peg[ae]r?|resum[ae]|resumir|borr[ae]r?|elimin[ae]r?|pon(?:er)?|adjunt[ae]r?|incluy[ae]|incluir)(?!\p{L})(?=.*(?:aquí|abajo|arriba|sección|plantilla|frases?|párrafos?|opciones|alternativas|criterios?|problema|contexto|decisión|si (?:aplica|procede|no)|enlace|equipo))/iu,
  /^(?:merci de\s+|veuillez\s+)?(?:décri(?:re|vez|s)|liste[rz]?|énumére[rz]?|ajoute[rz]?|insére[rz]?|rempli(?:r|ssez)|complète[rz]?|compléte[rz]|indique[rz]?|explique[rz]?|écri(?:re|vez)|colle[rz]?|résume[rz]?|supprime[rz]?|précise[rz]?|joindre|joignez|mettre|mettez)(?!\p{L})(?=.*(?:ici|ci-dessous|ci-dessus|section|gabarit|modèle|phrases?|paragraphes?|options|alternatives|critères?|problème|contexte|décision|si (?:applicable|besoin|nécessaire|le|la)|lien|équipe))/iu,
  /^(?:bitte\s+)?(?:hier\s+)?(?:beschreib(?:e|en|t)?|list(?:e|en)|trag(?:e|en)?|füg(?:e|en)?|ergänz(?:e|en)|ausfüllen|füll(?:e|en)|nenn(?:e|en)|erklär(?:e|en)|schreib(?:e|en)?|lösch(?:e|en)|entfern(?:e|en)|verlink(?:e|en)|skizzier(?:e|en))(?!\p{L})(?=.*(?:hier|unten|oben|abschnitt|vorlage|sätz|stichpunkt|optionen|alternativen|kriteri|problem|kontext|entscheidung|falls|wenn (?:nötig|zutreffend)|ein(?:tragen|fügen)?\b|link))/iu,
  /^(?:hier|ici|aquí)\b.{0,60}(?:beschreiben|eintragen|einfügen|ausfüllen|ergänzen|verlinken|décrire|insérer|ajouter|coller|describir|añadir|pegar|rellenar)/iu,
  /\b(?:bitte )?(?:hier )?(?:ausfüllen|eintragen|einfügen|beschreiben)\s*[.!]?$/iu,
  /(?:ここに|こちらに|以下に|本欄に).{0,40}(?:記入|記載|書|貼|入力|説明|追記)|(?:記入|記載|入力|貼り付け|追記|説明|記述|列挙|箇条書き)(?:して|を)?(?:ください|下さい|すること|のこと)|(?:書いて|書き換えて|削除して|置き換えて|消して)(?:ください|下さい)|を(?:書く|記入|記載|記述)。?$/u,
  /^(?:title|author|date|status|reviewers?|context|decision|consequences|alternatives|options|título|autor|fecha|estado|contexto|decisión|titre|auteur|statut|contexte|décision|titel|autor|datum|kontext|entscheidung)(?: (?:of|de|del|du|der|des) .{1,30})?\s*[:：]?\s*(?:draft|borrador|brouillon|entwurf|pendiente|offen|tbd|proposed|\.{3}|…|-|_+)?\.?$/iu,
  /^(?:why|what|how|which|who|when|where|qué|por qué|cómo|cuál(?:es)?|quién|pourquoi|quoi|comment|quel(?:le)?s?|qu['’]|que |warum|was|wie|welche[rsnm]?|wer|¿).{0,160}\?$/iu,
  /(?:なぜ|何を|どう|どの).{0,60}(?:か[。？?]?|？)$/u,
  /^(?:\p{L}+\s+){0,4}(?:draft|borrador|brouillon|entwurf|下書き|ドラフト)\s*(?:\(.*\))?\.?$/iu,
];

/** Whether a line belongs to a form that was not filled in. */
export function isTemplateText(text: string): boolean {
  const plain = text.replace(/^[\s"“«'*_~(（<[>-]+/, '').replace(/[\s"”»'*_~)）>\]]+$/, '');
  return writtenByMachine.test(plain) || orders.some((pattern) => pattern.test(plain));
}
