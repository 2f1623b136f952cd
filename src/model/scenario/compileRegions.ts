import { type BenefitGroup, benefitGroups, type Construction, type Severity } from "./basis.ts";
import { stationaryPipeline } from "./pipeline.ts";
import type { ClaimCell, PriceIndex, WorldRegion } from "./plan.ts";
import type { Bilingual } from "./quantity.ts";
import type { Scenario } from "./schema.ts";

/** Both bases brought to one form: regions in id order with payroll, average rate and claim cells. */
export interface CompiledRegions {
  readonly regions: readonly WorldRegion[];
  readonly names: readonly { readonly id: string; readonly name: Bilingual }[];
  readonly openingBalance: readonly number[];
  readonly baseRate: readonly number[];
  readonly priceIndices: readonly PriceIndex[];
  readonly largeEventPrice: number;
}

/** A region before pipelines and shares, which need all regions. */
interface Draft {
  readonly id: string;
  readonly name: Bilingual;
  readonly payroll: number;
  readonly headcount: number;
  readonly rate: number;
  readonly openingBalance: number;
  /** Value of construction projects that start in a month, yuan. */
  readonly contractValue: number;
  readonly loadings: {
    readonly wageGrowth: { readonly value: number };
    readonly employmentGrowth: { readonly value: number };
    readonly logFrequency: { readonly value: number };
  };
  readonly cells: readonly {
    readonly line: string;
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
  const eventPrice: PriceIndex = { wageShare: event?.wageShare.value ?? 0, excessTrend: 0, medicalLoading: 0 };
  const prices = distinct([
    ...drafts.flatMap(({ cells }) => cells.map(({ severity }) => priceOf(severity))),
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
        ({ line, claims, meanCost, severity, pattern, past = 1 }): ClaimCell => ({
          line,
          claims,
          meanCost,
          severity: { family: severity.family, cv: severity.cv.value },
          paymentPattern: pattern,
          pipeline: pipelineOf(scenario, claims * past, pattern, cost),
          priceIndex: indexOf(priceOf(severity)),
        }),
      ),
    }),
  );
  return {
    regions,
    names: drafts.map(({ id, name }) => ({ id, name })),
    openingBalance: drafts.map(({ openingBalance }) => openingBalance),
    baseRate: drafts.map(({ rate }) => rate),
    priceIndices: prices,
    largeEventPrice: indexOf(eventPrice),
  };
}

function priceOf({ wageShare, excessTrend, medicalLoading }: Severity): PriceIndex {
  return {
    wageShare: wageShare.value,
    excessTrend: excessTrend.value,
    medicalLoading: medicalLoading.value,
  };
}

/** Each price once, in an order of their own, so that sums over them do not depend on the regions. */
function distinct(prices: readonly PriceIndex[]): PriceIndex[] {
  return [...prices].sort(inOrder).filter((price, i, sorted) => i === 0 || inOrder(sorted[i - 1], price) !== 0);
}

function inOrder(a: PriceIndex, b: PriceIndex): number {
  return a.wageShare - b.wageShare || a.excessTrend - b.excessTrend || a.medicalLoading - b.medicalLoading;
}

function costOf({ cells }: Draft): number {
  return cells.reduce((sum, { claims, meanCost }) => sum + claims * meanCost, 0);
}

/** Payments for past injuries of a cell in mean claims; stated ones are shared by expected cost. */
function pipelineOf(
  { opening, drivers, start }: Scenario,
  claims: number,
  pattern: readonly number[],
  poolCost: number,
): number[] {
  if (opening.pipeline.kind === "stationary") {
    return stationaryPipeline(claims, pattern, drivers.injurySeasonality.value, start);
  }
  if (poolCost === 0) return [];
  return opening.pipeline.payments.value.map((payment) => (payment * claims) / poolCost);
}

function draftsOf({ basis, rules }: Scenario): Draft[] {
  if (basis.kind === "fundLevel") {
    return basis.regions.map((region) => ({
      id: region.id,
      name: region.name,
      payroll: region.payroll.value,
      headcount: region.payroll.value,
      rate: region.contributionRate.value,
      openingBalance: region.openingBalance.value,
      contractValue: 0,
      loadings: region.loadings,
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
  const baseRates = rules.contribution.baseRates?.value ?? [];
  return basis.regions.map((region) => {
    const payrolls = region.headcount.value.map((persons, c) => persons * region.contributionWage.value[c]);
    const payroll = payrolls.reduce((sum, each) => sum + each, 0);
    const dues = payrolls.reduce((sum, each, c) => sum + each * baseRates[c], 0);
    return {
      id: region.id,
      name: region.name,
      payroll,
      headcount: region.headcount.value.reduce((sum, persons) => sum + persons, 0),
      rate: payroll === 0 ? 0 : (dues / payroll) * region.experienceFactor.value,
      openingBalance: region.openingBalance.value,
      contractValue: (region.construction?.contractValue.value ?? 0) / 12,
      loadings: region.loadings,
      cells: [
        ...benefitGroups.map((line: BenefitGroup) => {
          const { frequency, severity, paymentPattern } = basis.groups[line];
          const yearly = region.headcount.value.reduce((sum, persons, c) => sum + persons * frequency.value[c], 0);
          return {
            line,
            claims: (yearly / 12) * region.frequencyFactor.value,
            meanCost: severity.mean.value * region.severityFactor.value,
            severity,
            pattern: paymentPattern.value,
          };
        }),
        ...constructionCells(basis.construction, region.construction?.contractValue.value ?? 0, region),
      ],
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
