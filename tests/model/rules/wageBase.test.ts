import { describe, expect, it } from "vitest";
import { averageWage, constructionWage, publicationMonth } from "../../../src/model/rules/wageBase.ts";
import { outcomeFund } from "./outcomeFund.ts";

const reason = { zh: "测试", en: "test" };
const q = <T>(value: T, unit: string) => ({ value, unit, basis: "assumption" as const, reason });

describe("base wage A", () => {
  const rule = (changes: Readonly<Record<string, unknown>> = {}) => {
    const base = outcomeFund(changes).rules.benefits?.wageBase;
    if (base === undefined) throw new Error("the fund has a base wage");
    return base;
  };
  const definition = "rules.benefits.wageBase.definition";
  it.each([
    [{ kind: "nonPrivate" }, 7_000],
    [{ kind: "onPost" }, 8_000],
    [{ kind: "provincial" }, 6_000],
    // (0.75 × 84,000 + 0.25 × 48,000) ÷ 12
    [{ kind: "weighted", privateWeight: q(0.25, "fraction") }, 6_250],
  ])("%o", (kind, average) => expect(averageWage(rule({ [definition]: kind }), "2024-01")).toBeCloseTo(average, 9));

  it("takes the figure in force in the month", () => {
    const dated = rule({
      "rules.benefits.wageBase.average.nonPrivate": [
        q(84_000, "yuan/year"),
        { ...q(90_000, "yuan/year"), from: "2024-06" },
      ],
    });
    expect([averageWage(dated, "2024-05"), averageWage(dated, "2024-06")]).toEqual([7_000, 7_500]);
    expect(publicationMonth(dated, "2024-01")).toBe(6);
  });

  it("gives construction workers without a wage of their own A or the province's average", () => {
    expect(constructionWage(rule(), "2024-01")).toBe(7_000);
    const provincial = rule({ "rules.benefits.wageBase.construction": q("provincial", "reading") });
    expect(constructionWage(provincial, "2024-01")).toBe(6_000);
  });
});
