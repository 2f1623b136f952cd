/** Value within `step` of the one in force; undefined limits nothing. */
export function withinStep(value: number, inForce: number, step: number | undefined): number {
  if (step === undefined) return value;
  return Math.min(inForce + step, Math.max(inForce - step, value));
}

/** The next multiple of `step` that is not less; 0 rounds nothing. 1e-9 of a step absorbs float noise. */
export function roundedUp(value: number, step: number): number {
  return step === 0 ? value : Math.ceil(value / step - 1e-9) * step;
}

/** Multiple of base rates at which the average rate is the next multiple of `step`. */
export function rateRoundedUp(factor: number, averageRate: number, step: number): number {
  if (step === 0 || averageRate === 0) return factor;
  return roundedUp(factor * averageRate, step) / averageRate;
}
