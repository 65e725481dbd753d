/**
 * Words that identify the kind of work, in the languages of the vocabulary. A single `strong` one is enough; of the
 * `weak`
 * ones, two different are needed. Whole words, any case.
 */
export const workWords = {
  interface: {
    strong: [
      /(?<!\p{L})(?:fields?|columns?|links?|menus?|pages?|lists?|sections?|tabs?|champs?|colonnes?|liens?|pages?|listes?|rubriques?|campos?|columnas?|enlaces?|listas?|secci(?:ón|ones)|felde?s?r?|spalten?|links?|seiten?|listen?|bereiche?s?)\s[«„“"‘「]/iu,
      /\b(?:screens?|buttons?|dialogs?|modals?|pop-?ups?|sidebars?|drop-?downs?|tooltips?|toasts?|wizards?|check-?box(?:es)?|nav-?bars?|breadcrumbs?|badges?|empty states?|form fields?|dark mode|ui|ux|front-?end|user interface|web console|landing page|progress bar|date picker|dashboard widgets?|side panel|drawers?|context menu|log viewer|placeholder text|(?:the|our|my|each) dashboards?|in the (?:header|footer|toolbar|nav(?:igation)?|top bar)|onboarding tour|first-run tour|a11y|screen readers?|banners?|picker|carousel|home ?screen|bottom sheet|sheet)\b/iu,
      /\b(?:settings?|login|sign-?in|sign-?up|home|start|profile|users?|members?|roles?|tokens?|models?|billing|usage|audit|activity|node|nodes|detail|details|deployment|deployments?|admin|overview|search|download|invoices?|cluster|workrooms?|approvals?|contracts?|credentials?|sessions?|payouts?|payments?|orders?|checkout|cart|reports?|transactions?|customers?|projects?|accounts?|pricing|inbox|calendar|its|each|every|all|“[^”]{2,30}”|"[^"]{2,30}") (?:page|pages|view|views|tab|tabs|form|table|card|list|list page)\b/iu,
      /(?<!\p{L})(?:pantallas?|bot(?:ón|ones)|formularios?|página de|páginas de|interfaz de usuario|menú|pestañas?|ventanas? (?:modal|emergente)|desplegable|casilla|barra lateral|panel de|consola web|aviso emergente)(?!\p{L})/iu,
      /(?<!\p{L})(?:écrans?|boutons?|formulaires?|page (?:de|des|d['’]|du|«)|onglets?|fenêtre (?:modale)?|liste déroulante|cases? à cocher|barre latérale|menu|infobulle|bandeau|pastille|interface utilisateur|griser?|grisée?s?)(?!\p{L})/iu,
      /(?<!\p{L})(?:Bildschirm\p{L}*|\p{L}*(?:maske|dialog|ansicht|oberfläche)|Schaltfläche\p{L}*|Knopf|Knöpfe|Buttons?|Oberfläche\p{L}*|Dialog\p{L}*|Eingabemaske|Maske|Startseite|Anmeldeseite|Seitenleiste|Reiter|Auswahlliste|Kontrollkästchen|Hinweisbanner|Formular\p{L}*|\p{L}+seite(?:n)?|App-Seite)(?!\p{L})/iu,
      /画面|ボタン|ダイアログ|サイドバー|メニュー|モーダル|タブ(?!レット)|バッジ|トースト|入力欄|チェックボックス|プルダウン|ドロップダウン|管理コンソール|レイアウト|アイコン/iu,
    ],
    weak: [
      /\b(?:the|this|a|our|each|every|that) page\b(?! on-?call)/iu,
      /\bpages?\b(?! on-?call)/iu,
      /\b(?:reload(?:s|ed)?|portal|browser|safari|firefox|mobile app|android|ios|iphone|chat)\b/iu,
      /\b(?:the )?console\b/iu,
      /\btables?\b/iu,
      /\bcolumns?\b/iu,
      /\bforms?\b/iu,
      /\bmenus?\b/iu,
      /\bicons?\b/iu,
      /\b(?:header|footer)\b(?! on\b)/iu,
      /\btabs?\b/iu,
      /\bpanels?\b/iu,
      /\bviews?\b/iu,
      /\bfilters?\b/iu,
      /\bclicks?\b/iu,
      /\bkeyboard\b/iu,
      /\bhover\b/iu,
      /\blayout\b/iu,
      /\bcards?\b/iu,
      /\bwidgets?\b/iu,
      /\bdashboards?\b/iu,
      /\blogs? in\b|\bsign(?:s|ed)? in\b/iu,
      /\b(?:drag|drop)\b/iu,
      /\bscroll(?:s|ing)?\b/iu,
      /\b(?:is|are|be) (?:shown|displayed|visible|highlighted|greyed)\b|\bshows?\b/iu,
      /\b\d{3,4} ?px\b/iu,
      /\bfield\b/iu,
      /\bselector|switcher|toggle\b/iu,
      /\baxis|chart|graph\b(?!ql)/iu,
      /(?<!\p{L})(?:página|filtro|pulso|pulsa|muestra|columna|campo|lista|móvil|la app|consola|en gris|texto)(?!\p{L})/iu,
      /(?<!\p{L})(?:page|affiche|affichée?|colonne|ligne|champ|liste|mobile|console|clique|tri|triable|visible)(?!\p{L})/iu,
      /(?<!\p{L})(?:Seite|angezeigt|zeigt|Feld|Spalte|Liste|Tabelle|Klick|klickt|ausgegraut|sichtbar|die App|Browser|Konsole)(?!\p{L})/u,
      /表示|一覧|検索欄|ページ|項目|クリック|タップ|アプリ|列を|スマートフォン|スマホ/iu,
    ],
  },
  contract: {
    strong: [
      /\b(?:GET|POST|PUT|PATCH|DELETE)\s+\/[\w{]/u,
      /\b(?:endpoints?|openapi|swagger|graphql|grpc|asyncapi|webhooks?|query param(?:eter)?s?|request bod(?:y|ies)|response (?:body|field|schema)s?|(?:public|rest|http|customer|partner|health|users?|members?|usage|batch|quota|secrets?|admin|tokens?|billing|models?|events?) apis?|(?:api|json|event|graphql) schemas?|api contracts?|protobuf|status codes? [45]\d\d|(?:by|through|via|over|in) (?:the |our |their )?(?:\w+ )?apis?|apis? (?:gets?|learns?|returns?|accepts?|answers?)|the apis?)\b/iu,
      /\b(?:[Cc]onnect(?:s|ed|ion|or)?|[Ii]ntegrat(?:e|es|ion)|[Ss]ync(?:s|hroni[sz]e)?|[Hh]ook(?:s|ed)?(?: up)?) (?:it |us |them |our \w+ |the \w+ )?(?:to|with|into|from) (?:the )?\p{Lu}\p{L}+/u,
      /\b(?:call|use|through|via|using) (?:their|\p{Lu}\p{L}+['’]s) (?:\w+ )?apis?\b/iu,
      /(?<!\p{L})(?:(?:notre|une|l['’]|leur|cette|nouvelle|même)\s?api|points? d['’](?:entrée|accès)|intégrateurs?|(?:connecter|raccorder|brancher|intégrer|synchroniser) .{0,40}(?:à|avec|au) \p{Lu}\p{L}+)(?!\p{L})/iu,
      /(?<!\p{L})(?:öffentliche\p{L}* api|rest-api|\p{L}+-api|(?:die|der|unsere|eine) api|öffentliche\p{L}* schnittstelle|schnittstelle (?:für|zu|zum|zur|nach)|endpunkte?|anbindung (?:an|von)|anbinden)(?!\p{L})/iu,
      /(?<!\p{L})(?:(?:la|nuestra|una|como) api|api (?:pública|de)|puntos? de acceso|(?:conectar|integrar|sincronizar) .{0,40}\bcon (?:la |el )?(?:api|\p{Lu}\p{L}+)|conector (?:de|con|para))(?!\p{L})/iu,
      /エンドポイント|api\s?(?:を|に|の|が|で|仕様|連携)|(?:と|との)(?:api)?連携/iu,
      /`\/(?:api|v\d)\/[\w/{}-]+`/iu,
    ],
    weak: [
      /\bapis?\b/iu,
      /\bschemas?\b|schéma|esquema/iu,
      /\bparameters?\b/iu,
      /\bpayloads?\b/iu,
      /\b(?:4\d\d|5\d\d|20[0-9])\b/u,
      /\bsdks?\b/iu,
      /\bclients?\b/iu,
      /\b(?:field|property) `?\w+`?/iu,
      /\bproto\b/iu,
      /\bcallers?\b/iu,
      /\bconsumers?\b/iu,
      /\bintegrators?\b/iu,
      /\bpaginat(?:ed|ion)\b/iu,
      /\bcursor\b/iu,
      /`[a-z]+_[a-z_]+`/u,
      /\bidempoten\w+/iu,
      /\bpublish(?:es|ed)?\b/iu,
      /schnittstelle/iu,
    ],
  },
} as const;

/**
 * Terms that identify no kind of work: an API key is shown on a page, and a status page is not a page of the product.
 */
export const noWork =
  /\bapi[ -]?(?:keys?|tokens?|servers?|gateways?|pods?|nodes?|deployments?|containers?|images?|tests?|docs|documentation|team|guild|steward|owners?|latency|logs?|monitoring|rate limits?|credits?)\b|\bclés? (?:d['’]|de l['’])api|\bclaves? de(?: la)? api|\bapi[- ]?schlüssel\p{L}*|apiキー|\b(?:status|wiki|docs?|documentation|confluence|notion|man|runbook|help) pages?\b|\bpages? (?:on-?call|the on-?call|someone|us)\b|\bdocs? site\b|\b(?:grafana|datadog|kibana|prometheus|looker|metabase|superset)\b[^.\n]{0,30}|\b(?:contract|ui|api|screenshot|visual|e2e|end-to-end|browser) tests?\b|\bconsole (?:logs?|output)\b|\bscreenshots?\b|\bform(?:s)? of\b|\bon the (?:one|other) (?:hand|side)\b|\bin view of\b|\bview(?:s|ed)? as\b|\bschema (?:migration|registry)\b|\btime ?tables?\b/giu;

/** Internal work: docs, chores, refactoring, tests, infrastructure, where the ticket opens with it. */
export const insideWork: readonly RegExp[] = [
  /\b(?:docs?|documentation|readme|run-?books?|play-?books?|wiki|handbook|changelog|tutorial|quick-?start|how-?to guide|typos?|dead links?)\b|(?<!\p{L})(?:documentación|manual de|documentation|procédures? d['’]astreinte|dokumentation|handbuch|anleitung|betriebshandbuch)(?!\p{L})|ドキュメント|手順書|マニュアル|ランブック/iu,
  /\b(?:refactor\w*|clean(?:ing)?[- ]?up|house-?keeping|tech(?:nical)? debt|dead code|extract (?:the )?(?:package|module|library)|split (?:up )?the|monorepo|dependency injection|circular imports?|lint(?:er|ing)?)\b|(?<!\p{L})(?:refactoriza\p{L}*|deuda técnica|limpieza|refonte interne|dette technique|nettoyage|ménage|refaktor\p{L}*|umräumen|aufräumen|aufräumarbeiten|auf-?teilen|das paket|altlast\p{L}*|technische schulden)(?!\p{L})|リファクタ|整理|負債/iu,
  /\b(?:bump|upgrad(?:e|es|ing)|pin|lock-?file|renovate|dependabot|dependenc(?:y|ies)|base image|build images?|node \d+|go \d|java \d+|python 3|postgres(?:ql)? \d+|kernel|LTS|end of life|EOL|CVE-\d+)\b|(?<!\p{L})(?:actualizar (?:la|las|el|los|a) \p{L}+|dependencias|mettre à jour|montée de version|dépendances|aktualisieren|abhängigkeiten|anheben|hochziehen)(?!\p{L})|バージョンアップ|依存(?:関係|ライブラリ)|アップグレード|更新する(?:だけ)?/iu,
  /\b(?:CI|(?:ci|build|release|deploy\w*) pipelines?|(?:self-hosted |build |ci )runners?|build cache|flak(?:y|es|iness)|test suite|unit tests?|integration tests?|e2e tests?|coverage|fixtures?|nightly (?:job|run|build)|release train|merge queue|github actions|jenkins|gitlab)\b|(?<!\p{L})(?:pruebas (?:inestables|intermitentes)|tests? (?:instables?|intermittents?|flaky)|testsuite|wackelige\p{L}*)(?!\p{L})|テスト(?:が|の)(?:不安定|失敗)|自動テスト|ビルド|パイプライン/iu,
  /\b(?:terraform|ansible|helm|kubernetes|k8s|cronjobs?|back-?ups?|restores?|replicas?|fail-?over|migrat(?:e|es|ing|ion|ions)|back-?fill\w*|re-?index\w*|partitions?|certificates?|rotat(?:e|es|ing|ion)|dns|load balancer|log retention|storage class|buckets?|clusters?|redis|kafka|elasticsearch|clickhouse|s3|vault|vpn|firewall|autoscal\w+|warehouse|dbt|airflow|sql|queue workers?|sentinel)\b|(?<!\p{L})(?:migra(?:r|ción|mos)|copias? de seguridad|respaldo|certificados?|clúster|migration|sauvegardes?|certificats?|bascul(?:e|er|ement)|grappe|migrier\p{L}*|umzug|umstellung|sicherung\p{L}*|zertifikat\p{L}*|datenbank(?:en)?|server)(?!\p{L})|移行|バックアップ|証明書|サーバー|クラスタ|データベース|DB/iu,
  /\b(?:alerts?|alerting|on-?call|post-?mortem|incident|INC-\d+|outage|pager(?:duty)?|monitoring|metrics endpoint|tracing|observability|log level)\b|(?<!\p{L})(?:incidente|guardia|alertas?|incident|astreinte|alertes?|vorfall|störung|rufbereitschaft|alarm\p{L}*)(?!\p{L})|障害|インシデント|オンコール|アラート|監視/iu,
  /\b(?:spike|time-?box(?:ed)?|investigat(?:e|ion)|evaluat(?:e|ion)|proof of concept|poc|research|feasibility|find out|benchmark)\b|(?<!\p{L})(?:investigar|evaluar|prueba de concepto|étude|évaluer|untersuch\p{L}*|evaluier\p{L}*|machbarkeit\p{L}*)(?!\p{L})|調査|検証する|スパイク|評価する/iu,
  /\b(?:memory leaks?|dead-?locks?|race conditions?|n\+1|slow quer(?:y|ies)|query plan|garbage|threads?|goroutines?|heap|scheduler|worker|retr(?:y|ies)|lock|jitter)\b|(?<!\p{L})(?:fuga de memoria|fuite (?:de )?mémoire|speicherleck)(?!\p{L})|メモリリーク/iu,
];

/** Sentences that say that a kind of work is *not* part of the ticket. */
export const workDenials = {
  interface: [
    /\bno (?:ui|ux|screens?|front-?end|visual|interface|user-facing|mock)(?: or \w+)? (?:changes?|work|impact|parts?|needed)\b|\b(?:ui|screens?|front-?end|console) (?:is|are|stays?|remains?) (?:unchanged|untouched|the same|as (?:it|they) (?:is|are))\b|\bwithout (?:any )?ui\b|\bback-?end only\b|\bapi only\b|\bno screens?\b|\bnothing (?:to see|visible|changes on (?:the )?screens?)\b/iu,
    /\bsin cambios (?:en|de) (?:la |las |el )?(?:interfaz|pantallas?|front)|\bno (?:hay|cambia|toca) (?:nada (?:en|de) )?(?:la |las |ninguna )?(?:interfaz|pantallas?)|\bsin pantallas?(?!\p{L})/iu,
    /\b(?:pas|aucun|sans) (?:de )?changement (?:d['’]|de l['’]|à l['’])(?:écran|interface)|\bpas d['’]écran|\bni écran|\baucun écran|\bsans écran/iu,
    /\bkeine? (?:ui|oberfläche\p{L}*|bildschirm\p{L}*|änderung(?:en)? (?:an|der) (?:der )?oberfläche)|\boberfläche bleibt|\bohne oberfläche/iu,
    /(?:画面|UI)(?:の)?(?:変更)?(?:は|も)?(?:なし|ありません|ない|変わら)|画面や\S{1,8}(?:は|に|の)(?:関係|影響|変更)(?:は|も)?(?:ない|なし|ありません)/iu,
  ],
  contract: [
    /\bno (?:api|contract|schema|endpoint|back-?end|server(?:-side)?)(?: or \w+)? (?:changes?|work|impact|needed)\b|\b(?:api|contract|schema|endpoint|back-?end)s? (?:is|are|stays?|remains?|does not|do not|doesn't) (?:unchanged|untouched|the same|change|as (?:it|they))|\bwithout (?:any )?api changes?\b|\bfront-?end only\b|\bnothing (?:changes|new|moves) (?:server-side|on the server|for callers|in the (?:api|back-?end))\b|\b(?:already|still) returns (?:everything|all)\b|\b(?:takes|returns|has|offers) (?:all|everything|it) (?:\w+ ){0,4}already\b/iu,
    /\bsin cambios (?:en|de) (?:la )?api|\b(?:la )?api (?:no (?:cambia|se toca)|queda igual|sigue igual)|\bno (?:hay cambios|cambia nada) en (?:la )?api/iu,
    /\b(?:pas|aucun|sans) (?:de )?changement (?:d['’]|de l['’]|à l['’]|côté )api|\bl['’]api (?:ne change pas|reste)|\bni api|(?:aucun|pas de) changement côté serveur|\bcôté serveur, rien/iu,
    /\bkeine (?:api|schnittstellen)|\b(?:api|schnittstelle) (?:bleibt|ändert sich nicht)|\bohne api-?änderung|\ban der (?:api|schnittstelle) ändert sich nichts/iu,
    /api(?:の)?変更(?:は|も)?(?:なし|ありません|不要|しない)|api(?:は|も)(?:そのまま|変わら|変更し(?:ない|ません))|(?:\*\*)?api(?:\*\*)?[：:]\s*(?:変更)?なし|バックエンド(?:の変更)?(?:は|も)?(?:なし|不要)|や\s?apiに(?:は)?(?:関係|影響)(?:ない|なし|ありません)/iu,
  ],
  both: [
    /\bno user-facing change|\binternal (?:only|refactor\w*)\b|\bnobody outside\b|\bno (?:visible|behaviou?r(?:al)?) changes?\b|\bnothing (?:a |the |our |that )?(?:customers?|users?)(?: can)? (?:notices?|sees?|will notice)\b|\bnothing changes (?:for (?:users|customers)|outside|from the outside)\b|\b(?:customers|users) (?:do not|don['’]t|will not|won['’]t) (?:notice|see)\b|\bnot visible (?:to|for) (?:users|customers)\b|\bno code changes?\b|\bdocs only\b/iu,
    /\b(?:los |las )?(?:clientes|usuarios|usuarias) no (?:notan|verán|ven|notarán)|\bnada visible|\bpara (?:los clientes|fuera) no cambia nada|\bsolo documentación|\bsin cambios visibles/iu,
    /\bles (?:clients|utilisateurs) ne (?:voient|verront|remarquent) rien|\brien ne change pour|\baucun (?:impact|changement) (?:visible|pour les)|\bsans impact (?:visible|client)/iu,
    /\bnach außen (?:ändert|bleibt)|\b(?:kunden|nutzer\w*) (?:merken|sehen) (?:davon )?nichts|\bvon außen (?:ändert|unverändert)|\breines? (?:umräumen|refactoring|aufräumen)|\bnur intern\b|\bkeine sichtbaren änderungen/iu,
    /コードの変更は(?:不要|ありません)|ドキュメントだけ|(?:お客様|ユーザー)(?:から|に)(?:は)?見え(?:る変更|ない)|外部(?:への)?影響(?:は)?(?:なし|ありません)|挙動(?:は|の変更は)(?:変わ|なし|ありません)/iu,
  ],
} as const;
