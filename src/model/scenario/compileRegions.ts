import { type BenefitGroup, benefitGroups, type Construction, type Outcome, outcomes, type Severity } from "./basis.ts";
import { type ItemDraft, injuredByClass, itemsOf } from "./compileItems.ts";
import { stationaryPipeline } from "./pipeline.ts";
import type { ClaimCell, ItemLine, PriceIndex, WorldRegion } from "./plan.ts";
import { stepsPassed } from "./priceSteps.ts";
import type { Bilingual } from "./quantity.ts";
import type { Scenario } from "./schema.ts";

/** Both bases brought to one form: regions in id order with payroll and claim cells. */
export interface CompiledRegions {
  readonly regions: readonly WorldRegion[];
  readonly names: readonly { readonly id: string; readonly name: Bilingual }[];
  readonly openingBalance: readonly number[];
  readonly priceIndices: readonly PriceIndex[];
  readonly largeEventPrice: number;
}

/** A region before pipelines and shares, which need all regions. */
interface Draft {
  readonly id: string;
  readonly name: Bilingual;
  readonly payroll: number;
  readonly headcount: number;
  readonly openingBalance: number;
  /** Value of construction projects that start in a month, yuan. */
  readonly contractValue: number;
  readonly loadings: {
    readonly wageGrowth: { readonly value: number };
    readonly employmentGrowth: { readonly value: number };
    readonly logFrequency: { readonly value: number };
  };
  readonly items: readonly ItemDraft[];
  readonly cells: readonly {
    readonly line: string;
    readonly outcome?: Outcome;
    readonly claims: number;
    readonly meanCost: number;
    readonly severity: Severity;
    readonly pattern: readonly number[];
    /** Level of past claims against those of the start; 1 unless stated. */
    readonly past?: number;
  }[];
}

export function compileRegions(scenario: Scenario): CompiledRegions {
  const drafts = draftsOf(scenario).sort((a, b) => (a.id < b.id ? -1 : 1));
  const event = scenario.drivers.largeEvent;
  const eventPrice: PriceIndex = {
    wageShare: event?.wageShare.value ?? 0,
    excessTrend: 0,
    medicalLoading: 0,
    trendShare: 1,
    stepMonth: 1,
  };
  const prices = distinct([
    ...drafts.flatMap(({ cells }) => cells.map(({ severity }) => priceOf(severity))),
    ...drafts.flatMap(({ items }) => items.map(({ price }) => price)),
    eventPrice,
  ]);
  const indexOf = (price: PriceIndex): number => prices.findIndex((each) => inOrder(each, price) === 0);
  const exposure = drafts.reduce((sum, { headcount }) => sum + headcount, 0);
  const cost = drafts.reduce((sum, draft) => sum + costOf(draft), 0);
  const regions = drafts.map(
    (draft): WorldRegion => ({
      id: draft.id,
      payroll: draft.payroll,
      wageLoading: draft.loadings.wageGrowth.value,
      employmentLoading: draft.loadings.employmentGrowth.value,
      frequencyLoading: draft.loadings.logFrequency.value,
      contractValue: draft.contractValue,
      largeEventShare: exposure === 0 ? 0 : draft.headcount / exposure,
      cells: draft.cells.map(
        ({ line, outcome, claims, meanCost, severity, pattern, past = 1 }): ClaimCell => ({
          line,
          ...(outcome === undefined ? {} : { outcome }),
          claims,
          meanCost,
          severity: { family: severity.family, cv: severity.cv.value },
          paymentPattern: pattern,
          pipeline: pipelineOf(scenario, claims * past, pattern, cost),
          priceIndex: indexOf(priceOf(severity)),
        }),
      ),
      items: draft.items.map((item): ItemLine => {
        const units = unitsOf(draft, item);
        return {
          item: item.item,
          weights: draft.cells.map(({ outcome }) => (outcome === undefined ? 0 : item.perClaim[outcome])),
          units,
          meanCost: item.meanCost,
          paymentPattern: item.pattern,
          pipeline: pipelineOf(scenario, units, item.pattern, cost, item.pricedAtInjury ? item.price : undefined),
          priceIndex: indexOf(item.price),
          pricedAtInjury: item.pricedAtInjury,
        };
      }),
    }),
  );
  return {
    regions,
    names: drafts.map(({ id, name }) => ({ id, name })),
    openingBalance: drafts.map(({ openingBalance }) => openingBalance),
    priceIndices: prices,
    largeEventPrice: indexOf(eventPrice),
  };
}

function priceOf({ wageShare, excessTrend, medicalLoading }: Severity): PriceIndex {
  return {
    wageShare: wageShare.value,
    excessTrend: excessTrend.value,
    medicalLoading: medicalLoading.value,
    trendShare: 1,
    stepMonth: 1,
  };
}

/** Each price once, in an order of their own, so that sums over them do not depend on the regions. */
function distinct(prices: readonly PriceIndex[]): PriceIndex[] {
  return [...prices].sort(inOrder).filter((price, i, sorted) => i === 0 || inOrder(sorted[i - 1], price) !== 0);
}

function inOrder(a: PriceIndex, b: PriceIndex): number {
  return (
    a.wageShare - b.wageShare ||
    a.excessTrend - b.excessTrend ||
    a.medicalLoading - b.medicalLoading ||
    b.trendShare - a.trendShare ||
    a.stepMonth - b.stepMonth
  );
}

function costOf(draft: Draft): number {
  const claims = draft.cells.reduce((sum, cell) => sum + cell.claims * cell.meanCost, 0);
  return draft.items.reduce((sum, item) => sum + unitsOf(draft, item) * item.meanCost, claims);
}

/** Expected units of an item a month at the start. */
function unitsOf({ cells }: Draft, { perClaim }: ItemDraft): number {
  return cells.reduce((sum, { outcome, claims }) => sum + (outcome === undefined ? 0 : claims * perClaim[outcome]), 0);
}

/**
 * Payments for past injuries of a cell in mean claims; stated ones are shared by expected cost. What is priced at the injury had
 * the lower price of its year, by the latest known wage growth.
 */
function pipelineOf(
  { opening, drivers, start }: Scenario,
  claims: number,
  pattern: readonly number[],
  poolCost: number,
  past?: PriceIndex,
): number[] {
  if (opening.pipeline.kind === "stationary") {
    const growth = past === undefined ? 1 : 1 + past.wageShare * drivers.wageGrowth.latest.value + past.excessTrend;
    return stationaryPipeline(claims, pattern, drivers.injurySeasonality.value, start, (t) => {
      let price = 1;
      for (let steps = past === undefined ? 0 : stepsPassed(start, past.stepMonth, t); steps < 0; steps++) {
        price /= growth;
      }
      return price;
    });
  }
  if (poolCost === 0) return [];
  return opening.pipeline.payments.value.map((payment) => (payment * claims) / poolCost);
}

function draftsOf(scenario: Scenario): Draft[] {
  const { basis } = scenario;
  if (basis.kind === "fundLevel") {
    return basis.regions.map((region) => ({
      id: region.id,
      name: region.name,
      payroll: region.payroll.value,
      headcount: region.payroll.value,
      openingBalance: region.openingBalance.value,
      contractValue: 0,
      loadings: region.loadings,
      items: [],
      cells: [
        {
          line: "all",
          claims: region.claims.value,
          meanCost: region.severity.mean.value,
          severity: region.severity,
          pattern: region.paymentPattern.value,
        },
      ],
    }));
  }
  return basis.regions.map((region) => {
    const payrolls = region.headcount.value.map((persons, c) => persons * region.contributionWage.value[c]);
    const payroll = payrolls.reduce((sum, each) => sum + each, 0);
    return {
      id: region.id,
      name: region.name,
      payroll,
      headcount: region.headcount.value.reduce((sum, persons) => sum + persons, 0),
      openingBalance: region.openingBalance.value,
      contractValue: (region.construction?.contractValue.value ?? 0) / 12,
      loadings: region.loadings,
      items: basis.outcomes === undefined ? [] : itemsOf(scenario, region, basis.outcomes),
      cells: [
        ...groupCells(region, basis.groups),
        ...outcomeCells(region, basis.outcomes),
        ...constructionCells(basis.construction, region.construction?.contractValue.value ?? 0, region),
      ],
    };
  });
}

type Detailed = Extract<Scenario["basis"], { kind: "detailed" }>;
type DetailedRegion = Detailed["regions"][number];

function groupCells(region: DetailedRegion, groups: Detailed["groups"]): Draft["cells"] {
  if (groups === undefined) return [];
  return benefitGroups.map((line: BenefitGroup) => {
    const { frequency, severity, paymentPattern } = groups[line];
    const yearly = region.headcount.value.reduce((sum, persons, c) => sum + persons * frequency.value[c], 0);
    return {
      line,
      claims: (yearly / 12) * region.frequencyFactor.value,
      meanCost: severity.mean.value * region.severityFactor.value,
      severity,
      pattern: paymentPattern.value,
    };
  });
}

function outcomeCells(region: DetailedRegion, stated: Detailed["outcomes"]): Draft["cells"] {
  if (stated === undefined) return [];
  return outcomes.map((outcome) => {
    const { frequency, severity, paymentPattern } = stated[outcome];
    return {
      line: outcome,
      outcome,
      claims: injuredByClass(region, frequency.value).reduce((sum, each) => sum + each, 0),
      meanCost: severity.mean.value * region.severityFactor.value,
      severity,
      pattern: paymentPattern.value,
    };
  });
}

/** Claims on construction sites: by the value of the work, at the region's frequency and cost. */
function constructionCells(
  construction: Construction | undefined,
  contractValue: number,
  {
    frequencyFactor,
    severityFactor,
  }: { readonly frequencyFactor: { readonly value: number }; readonly severityFactor: { readonly value: number } },
): Draft["cells"] {
  if (construction === undefined) return [];
  const { claims, past, severity, paymentPattern } = construction;
  return [
    {
      line: "construction",
      claims: ((claims.value * contractValue) / 1e8 / 12) * frequencyFactor.value,
      meanCost: severity.mean.value * severityFactor.value,
      severity,
      pattern: paymentPattern.value,
      past: past.value,
    },
  ];
}
