const patterns: Readonly<Record<string, RegExp>> = {
  oom: /out of memory|NoFitError|insufficient_\w+/i,
  cuda_error: /cuda error/i,
  model_loading_failure: /MODEL_LOADING_FAILURE|cannot be loaded/,
  container_exited: /CONTAINER_EXITED/,
  startup_timeout: /STARTUP_TIMEOUT/,
  must_redownload: /MUST_REDOWNLOAD/,
};

/** Known failures in the log lines of an engine, with their positions. */
export function logPatterns(lines: readonly string[]) {
  const found = Object.entries(patterns);
  return {
    patterns_detected: Object.fromEntries(
      found.map(([name, pattern]) => [name, lines.some((line) => pattern.test(line))]),
    ),
    failure_lines: lines.flatMap((line, index) => {
      const pattern = found.find(([, expression]) => expression.test(line))?.[0];
      return pattern === undefined ? [] : [{ pattern, line, line_number: String(index + 1) }];
    }),
  };
}
