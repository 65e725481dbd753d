/**
 * Words by which a reader tells the kind of work, in the languages of the vocabulary. `strong` ones say it alone, of
 * the `weak` ones it takes two different. Whole words, any case.
 */
export const workWords = {
  interface: {
    strong: [
      /\b(?:screens?|buttons?|dialogs?|modals?|sidebars?|drop-?downs?|tooltips?|toasts?|wizards?|check-?box(?:es)?|nav-?bars?|breadcrumbs?|badges?|empty states?|form fields?|dark mode|ui|ux|front-?end|user interface|web console|landing page|progress bar|date picker|dashboard widgets?|side panel|context menu|log viewer|placeholder text|in the (?:header|footer|toolbar|nav(?:igation)?|top bar)|onboarding tour|first-run tour|a11y|screen readers?)\b/iu,
      /\b(?:settings?|login|sign-?in|sign-?up|home|start|profile|users?|members?|roles?|tokens?|models?|billing|usage|audit|activity|node|nodes|detail|details|deployment|deployments?|admin|overview|search|download|invoices?|cluster|workrooms?|approvals?|contracts?|credentials?|its|each|every|all) (?:page|pages|view|views|tab|tabs|form|table|list page)\b/iu,
      /\b(?:pantallas?|bot(?:ón|ones)|formularios?|página de|páginas de|interfaz de usuario|menú desplegable)\b|(?:écrans?|boutons?|formulaires?|page de (?:connexion|profil)|page des)(?!\p{L})|\b(?:Bildschirm\w*|Schaltfläche\w*|Knopf|Knöpfe|Oberfläche|Dialog|Eingabemaske|Maske|Startseite|Anmeldeseite)(?!\p{L})|画面|ボタン|ダイアログ|サイドバー|メニュー/iu,
    ],
    weak: [
      /\b(?:the|this|a|our|each|every|that) page\b(?! on-?call)/iu,
      /\bpages?\b(?! on-?call)/iu,
      /\b(?:reload(?:s|ed)?|portal|browser|safari|firefox|mobile app|chat)\b/iu,
      /\b(?:the )?console\b/iu,
      /\btables?\b/iu,
      /\bcolumns?\b/iu,
      /\bforms?\b/iu,
      /\bmenus?\b/iu,
      /\bicons?\b/iu,
      /\b(?:header|footer)\b/iu,
      /\btabs?\b/iu,
      /\bpanels?\b/iu,
      /\bviews?\b/iu,
      /\bfilters?\b/iu,
      /\bclicks?\b/iu,
      /\bpicker\b/iu,
      /\bkeyboard\b/iu,
      /\bhover\b/iu,
      /\blayout\b/iu,
      /\bcards?\b/iu,
      /\bwidgets?\b/iu,
      /\bdashboard\b/iu,
      /\blogs? in\b|\bsign(?:s|ed)? in\b/iu,
      /\b(?:drag|drop)\b/iu,
      /\bscroll(?:s|ing)?\b/iu,
      /\b(?:is|are|be) (?:shown|displayed|visible|highlighted|greyed)\b|\bshows?\b/iu,
      /\b\d{3,4} ?px\b/iu,
      /\bscreen\b/iu,
      /\bbanner\b/iu,
      /\bfield\b/iu,
      /\bselector|switcher\b/iu,
      /\baxis|chart|graph\b(?!ql)/iu,
      /\bpágina\b|\bfiltro\b|\bpulso\b|\bmuestra\b/iu,
      /(?:^|\s)(?:page|affiche|affiché|grisé)(?=[\s.,])/iu,
      /\bSeite\b|\bangezeigt\b|\bFeld\b/u,
      /表示|一覧|検索欄/u,
    ],
  },
  contract: {
    strong: [
      /\b(?:GET|POST|PUT|PATCH|DELETE)\s+\/[\w{]/u,
      /\b(?:endpoints?|openapi|swagger|graphql|grpc|asyncapi|webhooks?|query param(?:eter)?s?|request bod(?:y|ies)|response (?:body|field|schema)s?|(?:public|rest|http|customer|partner|health|users?|members?|usage|batch|quota|secrets?|admin|tokens?|billing|models?|events?) apis?|(?:api|json|event|graphql) schemas?|api contracts?|protobuf|status codes? [45]\d\d|(?:by|through|via|over|in) (?:the |our |their )?(?:\w+ )?apis?|apis? (?:gets?|learns?|returns?|accepts?|answers?)|the apis?\b)/iu,
      /\b(?:[Cc]onnect(?:s|ed|ion)?|[Ii]ntegrat(?:e|es|ion)|[Ss]ync(?:s|hroni[sz]e)?|[Hh]ook(?:s|ed)?(?: up)?) (?:it |us |them |the \w+ )?(?:to|with|into|from) \p{Lu}\p{L}+/u,
      /\b(?:call|use|through|via|using) (?:their|\p{Lu}\p{L}+['’]s) (?:\w+ )?apis?\b/iu,
      /(?:^|\s)(?:notre|une|l['’]|leur )\s?api\b|\bschnittstelle\b|öffentliche api|\b(?:la|nuestra|una) api\b|エンドポイント|\bapi\s?(?:を|に|の|が)/iu,
      /`\/(?:api|v\d)\/[\w/{}-]+`/iu,
    ],
    weak: [
      /\bapis?\b/iu,
      /\bschemas?\b/iu,
      /\bparameters?\b/iu,
      /\bpayloads?\b/iu,
      /\b(?:4\d\d|5\d\d|20[0-9])\b/u,
      /\bsdk\b/iu,
      /\bclients?\b/iu,
      /\b(?:field|property) `?\w+`?/iu,
      /\bproto\b/iu,
      /\bcallers?\b/iu,
      /\bconsumers?\b/iu,
      /\bpaginat(?:ed|ion)\b/iu,
      /\bcursor\b/iu,
      /`[a-z]+_[a-z_]+`/u,
      /\bidempoten\w+/iu,
      /\bpublish(?:es|ed)?\b/iu,
    ],
  },
} as const;

/** Sentences that say that a kind of work is *not* done here. */
export const workDenials = {
  interface:
    /\bno (?:ui|ux|screen|front-?end|visual|interface|user-facing)(?: or \w+)? (?:change|work|impact|part)s?\b|\b(?:ui|screens?|front-?end|console) (?:is|are|stays?|remains?) (?:unchanged|untouched|the same)\b|\bwithout (?:any )?ui\b|\bback-?end only\b|\bsin cambios (?:en|de) (?:la )?(?:interfaz|pantalla)|\bpas de changement (?:d['’]|de l['’])(?:écran|interface)|\bkeine (?:ui|oberflächen)|画面(?:の)?変更(?:は)?(?:なし|ありません)/iu,
  contract:
    /\bno (?:api|contract|schema|endpoint|back-?end)(?: or \w+)? (?:change|work|impact)s?\b|\b(?:api|contract|schema|endpoint)s? (?:is|are|stays?|remains?|does not|do not|doesn't) (?:unchanged|untouched|the same|change|as (?:it|they))|\bwithout (?:any )?api changes?\b|\bfront-?end only\b|\bsin cambios (?:en|de) (?:la )?api|\bpas de changement d['’]api|\bkeine api|apiの?変更(?:は)?(?:なし|ありません)/iu,
  both: /\bno user-facing change|\binternal (?:only|refactor\w*)\b|\bnobody outside\b|\bno (?:visible|behaviou?r(?:al)?) changes?\b/iu,
} as const;
