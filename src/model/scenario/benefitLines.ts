import type { WorldRegion } from "./plan.ts";

/** A benefit line of a region as an expectation sees it: claim cells first, then statutory items; large events apart. */
export interface BenefitLine {
  /** Line of the cell, or the item. */
  readonly name: string;
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
    ...cells.map(({ line, claims, meanCost, paymentPattern, priceIndex }) => ({
      name: line,
      cost: claims * meanCost,
      meanCost,
      paymentPattern,
      priceIndex,
      pricedAtInjury: false,
    })),
    ...items.map(({ item, units, meanCost, paymentPattern, priceIndex, pricedAtInjury }) => ({
      name: item,
      cost: units * meanCost,
      meanCost,
      paymentPattern,
      priceIndex,
      pricedAtInjury,
    })),
  ];
}
