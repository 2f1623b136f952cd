/**
 * What a new table of class rates makes of the average rate of a region: Σ payroll × new rate ÷ Σ payroll × old rate. A region
 * without payroll, or whose old rates are 0, keeps its rate.
 */
export function tableRatio(
  payroll: readonly number[],
  oldRates: readonly number[],
  newRates: readonly number[],
): number {
  let before = 0;
  let after = 0;
  for (let c = 0; c < payroll.length; c++) {
    before += payroll[c] * oldRates[c];
    after += payroll[c] * newRates[c];
  }
  return before === 0 ? 1 : after / before;
}
