import { refillLoop, type WaterfallStep } from "../rules/waterfall.ts";
import type { Check } from "./checkRules.ts";
import { payerOfStep } from "./payers.ts";
import type { Problem } from "./problem.ts";
import type { Scenario } from "./schema.ts";

/** Rules of pooling and sharing between their fields, and between them and what they need. */
export const sharingChecks: readonly Check[] = [
  { reads: ["rules.shortfall", "rules.pooling", "rules.pooledFund"], problems: checkWaterfall },
  { reads: ["rules.pooling", "rules.pooledFund", "rules.shortfall"], problems: checkPooledFund },
  { reads: ["rules.settlement", "basis.kind", "basis.regions"], problems: checkSettlement },
  { reads: ["rules.budget"], problems: checkConstraint },
];

const unitSteps: readonly WaterfallStep["kind"][] = ["ownSurplus", "ownBalance", "pooledCut", "pooledAid"];
const poolSteps: readonly WaterfallStep["kind"][] = ["oldBalances", "reserveFund", "termDeposits"];
const pooledSteps: readonly WaterfallStep["kind"][] = ["pooledCut", "pooledAid"];

function checkWaterfall({ rules }: Scenario): Problem[] {
  const { shortfall, pooling, pooledFund } = rules;
  if (shortfall.kind !== "waterfall") return [];
  const problems: Problem[] = [];
  const separate = pooling?.kind === "separate";
  const { steps } = shortfall;
  const ids = steps.map((step) => payerOfStep(step).id);
  const own = separate ? "ownBalance" : "oldBalances";
  if (!steps.some(({ kind }) => kind === own)) {
    problems.push({
      path: "rules.shortfall.steps",
      expected: separate
        ? 'a step "ownBalance" where units pay separately'
        : 'a step "oldBalances" under unified pooling',
      value: steps.map(({ kind }) => kind),
    });
  }
  const ownAt = steps.findIndex(({ kind }) => kind === "ownBalance");
  steps.forEach((step, i) => {
    const path = `rules.shortfall.steps.${i}`;
    if ((separate ? poolSteps : unitSteps).includes(step.kind)) {
      problems.push({
        path: `${path}.kind`,
        expected: separate ? "a step of units that pay separately" : "a step of unified pooling",
        value: step.kind,
      });
    }
    if (ids.indexOf(ids[i]) !== i || ids[i] === "unpaid") {
      problems.push({ path: `${path}.id`, expected: 'an id used once and not "unpaid"', value: ids[i] });
    }
    if (pooledSteps.includes(step.kind) && pooledFund === undefined) {
      problems.push({
        path: "rules.pooledFund",
        expected: "a pooled fund, which a step of the waterfall pays from",
        value: undefined,
      });
    }
    if (
      (step.kind === "ownSurplus" && i > ownAt && ownAt >= 0) ||
      (step.kind !== "payer" &&
        steps
          .slice(0, i)
          .some(({ kind }) => kind === "payer" || (pooledSteps.includes(kind) && !pooledSteps.includes(step.kind))))
    ) {
      problems.push({
        path: `${path}.kind`,
        expected: "steps in order: own money, then the pooled fund, then payers outside the fund",
        value: step.kind,
      });
    }
    if (steps.slice(0, i).some(paysAll)) {
      problems.push({
        path,
        expected: "no step after one that pays all that is left",
        value: step.kind === "payer" ? step.id : step.kind,
      });
    }
    if (step.kind !== "payer" || step.refilledBy === undefined) return;
    if (refillLoop(steps, step.id).length > 0) {
      problems.push({
        path: `${path}.refilledBy`,
        expected: "a payer that this one does not refill in turn: the waterfall would loop",
        value: step.refilledBy,
      });
    } else if (!steps.some((each) => each.kind === "payer" && each.id === step.refilledBy)) {
      problems.push({
        path: `${path}.refilledBy`,
        expected: "the id of a payer outside the fund: money of the units that are paid would loop",
        value: step.refilledBy,
      });
    }
  });
  return problems;
}

/** A payer outside the fund without limit, condition or end who takes the whole rest: nobody after it ever pays. */
function paysAll(step: WaterfallStep): boolean {
  return (
    step.kind === "payer" &&
    step.share.value === 1 &&
    step.limit === undefined &&
    step.below === undefined &&
    (step.until === undefined || step.until.value === "open")
  );
}

function checkPooledFund({ rules }: Scenario): Problem[] {
  const { pooling, pooledFund, shortfall } = rules;
  const problems: Problem[] = [];
  if (pooling?.kind === "separate" && shortfall.kind === "overdraft") {
    problems.push({
      path: "rules.shortfall.kind",
      expected: "a rule without overdraft where units pay separately",
      value: shortfall.kind,
    });
  }
  if (pooledFund === undefined) return problems;
  if (pooling?.kind !== "separate") {
    problems.push({
      path: "rules.pooling",
      expected: 'kind "separate", which a pooled fund needs',
      value: pooling?.kind,
    });
  }
  if (pooledFund.refill.lag.value < 1) {
    problems.push({
      path: "rules.pooledFund.refill.lag.value",
      expected: "at least one month: units would refill in the same month the fund that pays them",
      value: pooledFund.refill.lag.value,
    });
  }
  return problems;
}

function checkSettlement({ rules, basis }: Scenario): Problem[] {
  const rule = rules.settlement;
  if (rule === undefined) return [];
  const problems: Problem[] = [];
  const path = "rules.settlement";
  if (basis.regions.length < 2) {
    problems.push({
      path: "basis.regions",
      expected: "at least two regions, between which a yearly settlement is made",
      value: basis.regions.length,
    });
  }
  if (!rule.since.value.endsWith("-01")) {
    problems.push({ path: `${path}.since.value`, expected: "a January", value: rule.since.value });
  }
  const sums: { readonly [field: string]: { readonly [part: string]: { readonly value: number } } } =
    rule.kind === "anhui"
      ? {
          surplus: rule.surplus,
          deficit: rule.deficit,
          "middle.split": rule.middle.split,
          "above.split": rule.above.split,
        }
      : rule.kind === "liaoning"
        ? { covered: rule.covered, notCovered: rule.notCovered }
        : rule.kind === "chizhou"
          ? { met: rule.met }
          : { weights: rule.weights };
  for (const [field, shares] of Object.entries(sums)) {
    const sum = Object.values(shares).reduce((total, { value }) => total + value, 0);
    if (Math.abs(sum - 1) > 1e-9) {
      problems.push({ path: `${path}.${field}`, expected: "shares that add up to 1", value: sum });
    }
  }
  if (rule.kind === "anhui" && rule.middle.upTo.value < rule.within.value) {
    problems.push({
      path: `${path}.middle.upTo.value`,
      expected: `at least ${rule.within.value}`,
      value: rule.middle.upTo.value,
    });
  }
  if (rule.kind === "apportioned" && rule.weights.population.value > 0 && basis.kind !== "detailed") {
    problems.push({
      path: `${path}.weights.population.value`,
      expected: "0: this basis does not know the insured by region",
      value: rule.weights.population.value,
    });
  }
  return problems;
}

function checkConstraint({ rules }: Scenario): Problem[] {
  const constraint = rules.budget?.constraint;
  if (constraint?.kind !== "smallSurplus" || constraint.most.value >= constraint.least.value) return [];
  return [
    {
      path: "rules.budget.constraint.most.value",
      expected: `at least ${constraint.least.value}`,
      value: constraint.most.value,
    },
  ];
}
