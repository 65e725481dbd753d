/** Expressions for what is still to come, in the languages of the vocabulary. */
const open = [
  /\b(?:pending|awaiting|waiting (?:for|on)|requested|outstanding|tbd|tba|tbc|todo|to do|not (?:yet|signed|approved|done|there|given|decided|agreed|started|requested|final)|yet to|still (?:open|missing|to|needs?|pending|waiting)|to be (?:signed|approved|agreed|confirmed|decided|defined|done|written|given|requested|determined|asked|reviewed|added|filled)|(?:will|would|should|must|shall|has to|have to|needs? to|going to|supposed to|wants? to)\s+(?:\p{L}+\s+){0,2}?(?:sign|approve|ok|look|review|be|have|give|confirm|write|follow|decide)|(?:is|are) missing|needs? (?:a |an |the )?(?:look|ok|approval|sign-?off|review)|asked|(?<!no (?:\p{L}+ )?)(?:needed|required|wanted|expected)|wants?|open(?! (?:points|questions))|on (?:his |her |their )?return|in review|under review|in progress|on (?:holiday|vacation|leave)|once \p{L}+ (?:is|has|comes|returns)|when \p{L}+ (?:is|comes|returns)|no one|nobody|none|draft only)\b|\?\s*$/iu,
  /\b(?:pendientes?|por (?:definir|firmar|aprobar|confirmar|decidir|escribir|validar)|sin (?:firmar|aprobar|definir|confirmar|validar)|a la espera|en espera|a?ún no|todavía no|falta(?:n)?|esperando|solicitad[oa]|lo (?:firma|aprueba|revisa)rá|(?:firma|aproba|revisa|valida|confirma|defini|escribi)r[áé]n?|se (?:firma|aproba|defini|escribi|publica)rá|de vacaciones|en revisión|en curso|cuando vuelva)(?!\p{L})/iu,
  /(?:^|[^\p{L}])(?:en attente|à (?:venir|signer|valider|approuver|définir|confirmer|compléter|écrire|rédiger|faire|obtenir|demander)|pas encore|pas (?:signé|validé|approuvé)|non (?:signé|validé|approuvé|défini)e?|reste à|demandée?|attendu|(?:signera|validera|approuvera|relira|écrira|regardera)|sera (?:signé|validé|approuvé|écrit|rédigé|défini)e?|doit (?:encore )?(?:signer|valider|approuver|relire|être)|en cours|en congés?|en vacances|dès que|à son retour|quand \p{L}+ (?:rentre|revient))(?!\p{L})/iu,
  /(?:^|[^\p{L}])(?:ausstehend\w*|steht (?:noch )?aus|offen|noch (?:offen|nicht|kein\w*|zu|ausstehend|festzulegen|in arbeit|unklar)|folgt|fehlt|wartet|warten auf|angefragt|angefordert|erbeten|wird (?:noch|nachgereicht|\p{L}+ (?:schauen|prüfen|freigeben|unterschreiben))|schaut|muss (?:noch )?\p{L}+|soll\w* (?:noch )?(?:\p{L}+ )?(?:freigeben|unterschreiben|prüfen)|zu (?:klären|unterschreiben|prüfen)|in arbeit|in prüfung|im urlaub|nach (?:seinem|ihrem|dem) urlaub|sobald|kommt (?:noch|später|nach)|nicht (?:erteilt|freigegeben))(?!\p{L})/iu,
  /未(?!満|読|来|開封|ログイン|認証|払)|待ち|依頼(?:中|予定|済み)|申請中|予定|これから|まだ|検討中|確認中|調整中|レビュー中|承認前|あとで|後で|後ほど|追って|準備中|作成中|お願い(?:中|する)/u,
];

/** Whether a text says that something is still to come: `pending (Probst)`, `offen, Herr Brandt schaut drauf`. */
export function isStillOpen(text: string): boolean {
  return open.some((pattern) => pattern.test(text));
}

const undecided =
  /\b(?:tbd|tba|tbc|to be (?:agreed|confirmed|decided|defined|determined|set)|not (?:yet )?(?:agreed|decided|defined|set)|por (?:definir|acordar|confirmar)|noch (?:festzulegen|offen|zu klären|nicht festgelegt)|nobody decided)\b|(?:^|[^\p{L}])(?:à (?:définir|confirmer|préciser)|non défini)(?!\p{L})|未定|要検討|検討中|調整中/iu;

/** Whether a text says that its content is not agreed: `95 % (to be confirmed)`. */
export function isUndecided(text: string): boolean {
  return undecided.test(text);
}
