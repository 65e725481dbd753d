import { shellQuoted } from '@uat/core';

/** The shells with a completion script. */
export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/**
 * A script to source: it defines `uat` as a command of the shell, unless there is one, and completes it with the output
 * of `uat complete WORDS…`, a word and its description per line, or `:files`. The script never becomes outdated,
 * because `uat` computes the words.
 */
export function completionScript(shell: Shell, command: readonly string[]): string {
  return scripts[shell](command.map(shellQuoted).join(' '));
}

const scripts: Record<Shell, (uat: string) => string> = {
  bash: (uat) => `type uat >/dev/null 2>&1 || function uat { ${uat} "$@"; }
_uat_complete() {
  local value
  COMPREPLY=()
  while IFS=$'\\t' read -r value _; do
    if [[ $value == :files ]]; then compopt -o default; return; fi
    COMPREPLY+=("$value")
  done < <(${uat} complete "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _uat_complete uat
`,

  zsh: (uat) => `(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
whence uat >/dev/null || function uat { ${uat} "$@" }
_uat_complete() {
  local line meaning
  local -a values
  for line in "\${(@f)$(${uat} complete "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    [[ $line == :files ]] && { _files; return }
    meaning=\${line#*$'\\t'}
    [[ -n $line ]] && values+=("\${\${line%%$'\\t'*}//:/\\\\:}\${meaning:+:$meaning}")
  done
  _describe uat values
}
compdef _uat_complete uat
`,

  fish: (uat) => `type -q uat; or function uat; ${uat} $argv; end
function __uat_complete
    set -l before (commandline -opc)
    set -l current (commandline -ct)
    for line in (${uat} complete $before[2..-1] "$current" 2>/dev/null)
        if test "$line" = :files
            __fish_complete_path "$current"
        else
            echo $line
        end
    end
end
complete -c uat -f -a '(__uat_complete)'
`,
};
