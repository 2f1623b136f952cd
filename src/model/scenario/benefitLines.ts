import type { WorldRegion } from "./plan.ts";

/** A benefit line of a region as an expectation sees it: claim cells first, then statutory items; large events apart. */
export interface BenefitLine {
  /** Expected cost a month at the start, yuan. */
  readonly cost: number;
  readonly meanCost: number;
  readonly paymentPattern: readonly number[];
  readonly priceIndex: number;
  readonly pricedAtInjury: boolean;
}

/** The lines of a region in the order of the world's benefit units. */
export function benefitLines({ cells, items }: WorldRegion): BenefitLine[] {
  return [
    ...cells.map(({ claims, meanCost, paymentPattern, priceIndex }) => ({
      cost: claims * meanCost,
      meanCost,
      paymentPattern,
      priceIndex,
      pricedAtInjury: false,
    })),
    ...items.map(({ units, meanCost, paymentPattern, priceIndex, pricedAtInjury }) => ({
      cost: units * meanCost,
      meanCost,
      paymentPattern,
      priceIndex,
      pricedAtInjury,
    })),
  ];
}
