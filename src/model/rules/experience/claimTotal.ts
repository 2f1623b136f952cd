import { exp, log } from "../../variates/elementary.ts";
import { logGammaLower } from "../../variates/gamma.ts";

/** From this expected number of claims on, a shifted gamma with the same mean, variance and skewness stands in for the sum. */
const MANY_CLAIMS = 50;
/** Grid of the table: logarithms of expected claims and of amounts, in steps of `STEP`. */
const STEP = 0.04;
const LEAST_CLAIMS = log(1e-5);
const CLAIM_NODES = 470;
const LEAST_AMOUNT = log(1e-4);
const AMOUNT_NODES = 440;

/** Probability that a gamma variate with this shape and mean 1 stays at or below x. */
function gammaBelow(shape: number, x: number): number {
  return x <= 0 ? 0 : exp(logGammaLower(shape, x * shape));
}

/**
 * Probability that the claims of a cycle cost at most `amount` (in mean claims) when `mean` are expected: compound Poisson with
 * gamma costs, Σ Poisson(k; mean) × P(Γ(k × shape) ÷ shape ≤ amount), k = 0 costing nothing. `shape` is 1 ÷ cv².
 */
export function claimTotalBelow(mean: number, shape: number, amount: number): number {
  if (amount < 0) return 0;
  if (mean <= 0) return 1;
  if (mean >= MANY_CLAIMS) return shiftedGammaBelow(mean, shape, amount);
  let probability = exp(-mean);
  let sum = probability;
  for (let k = 1; k <= mean || probability > 1e-17; k++) {
    probability *= mean / k;
    const below = gammaBelow(k * shape, amount / k);
    if (below < 1e-17 && k > amount) break;
    sum += probability * below;
  }
  return Math.min(1, sum);
}

/** Cumulants of the sum are mean × moments of one claim: 1, 1 + c², (1 + c²)(1 + 2c²) with c² = 1 ÷ shape. */
function shiftedGammaBelow(mean: number, shape: number, amount: number): number {
  const c2 = 1 / shape;
  const variance = mean * (1 + c2);
  const third = variance * (1 + 2 * c2);
  const a = (4 * variance * variance * variance) / (third * third);
  const scale = third / (2 * variance);
  return gammaBelow(a, (amount - mean + a * scale) / (a * scale));
}

/** `claimTotalBelow` tabulated for one shape; between nodes linear in both logarithms, so that it stays monotone. */
export interface ClaimTotalTable {
  readonly below: (logMean: number, logAmount: number) => number;
}

/** A table for expected claims from 1e-5 to 1,400 and amounts from 1e-4 to 4,200 mean claims; beyond, the edge. */
export function claimTotalTable(shape: number): ClaimTotalTable {
  const table = new Float64Array(CLAIM_NODES * AMOUNT_NODES);
  const means = Float64Array.from({ length: CLAIM_NODES }, (_, i) => exp(LEAST_CLAIMS + i * STEP));
  const few = means.findIndex((mean) => mean >= MANY_CLAIMS);
  const most = 130;
  // Poisson probabilities by mean; costs of k claims by amount, of which most are 0 or 1.
  const poisson = new Float64Array(few * (most + 1));
  const highest = new Int32Array(few);
  for (let i = 0; i < few; i++) {
    let probability = exp(-means[i]);
    for (let k = 0; k <= most; k++) {
      poisson[i * (most + 1) + k] = probability;
      if (probability > 1e-15) highest[i] = k;
      probability *= means[i] / (k + 1);
    }
  }
  const below = new Float64Array(most + 1);
  // Fewer claims than this stay below the amount in hand, and so below all later ones, for certain.
  let certain = 1;
  for (let j = 0; j < AMOUNT_NODES; j++) {
    const amount = exp(LEAST_AMOUNT + j * STEP);
    below[0] = 1;
    for (let k = 1; k <= most; k++) {
      if (k < certain) below[k] = 1;
      else below[k] = below[k - 1] < 1e-15 && k > amount ? 0 : gammaBelow(k * shape, amount / k);
      if (k === certain && below[k] > 1 - 1e-14) certain++;
    }
    for (let i = 0; i < few; i++) {
      let sum = 0;
      for (let k = 0; k <= highest[i]; k++) sum += poisson[i * (most + 1) + k] * below[k];
      table[i * AMOUNT_NODES + j] = Math.min(1, sum);
    }
    for (let i = few; i < CLAIM_NODES; i++) {
      const at = i * AMOUNT_NODES + j;
      table[at] = j > 0 && table[at - 1] > 1 - 1e-14 ? 1 : shiftedGammaBelow(means[i], shape, amount);
    }
  }
  return {
    below: (logMean, logAmount) => {
      const x = clamped((logMean - LEAST_CLAIMS) / STEP, CLAIM_NODES);
      // Beyond the table a mean keeps its ratio to the amount.
      const beyond = Math.max(0, logMean - LEAST_CLAIMS - (CLAIM_NODES - 1) * STEP);
      const y = clamped((logAmount - beyond - LEAST_AMOUNT) / STEP, AMOUNT_NODES);
      const i = Math.min(CLAIM_NODES - 2, Math.floor(x));
      const j = Math.min(AMOUNT_NODES - 2, Math.floor(y));
      const u = x - i;
      const v = y - j;
      const at = i * AMOUNT_NODES + j;
      const low = table[at] + v * (table[at + 1] - table[at]);
      const high = table[at + AMOUNT_NODES] + v * (table[at + AMOUNT_NODES + 1] - table[at + AMOUNT_NODES]);
      return low + u * (high - low);
    },
  };
}

function clamped(position: number, nodes: number): number {
  return position > 0 ? Math.min(nodes - 1, position) : 0;
}
