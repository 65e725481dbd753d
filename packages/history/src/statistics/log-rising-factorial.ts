/**
 * ln(a · (a+1) · … · (a+n−1)) for a fixed `a` > 0, from a table that grows as needed. Ratios of Beta and Gamma functions
 * at whole distances, and so binomial coefficients (a = 1), are sums of it.
 */
export function logRisingFactorial(a: number): (n: number) => number {
  const table = [0];
  return (n) => {
    for (let i = table.length; i <= n; i += 1) table.push((table[i - 1] ?? 0) + Math.log(a + i - 1));
    return table[n] ?? Number.NaN;
  };
}
