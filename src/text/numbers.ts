/** Language of the page, of exports and of charts. */
export type Language = "zh" | "en";

/** Unit in which money is shown; inside the model it is always yuan. */
export type MoneyUnit = "yuan" | "tenThousandYuan" | "hundredMillionYuan";

/** Power of ten of the units of money, in yuan. */
export const unitPowers: { readonly [unit in MoneyUnit]: number } = {
  yuan: 0,
  tenThousandYuan: 4,
  hundredMillionYuan: 8,
};
const unitNames: { readonly [unit in MoneyUnit]: { readonly [language in Language]: string } } = {
  yuan: { zh: "元", en: "yuan" },
  tenThousandYuan: { zh: "万元", en: "10k yuan" },
  hundredMillionYuan: { zh: "亿元", en: "100m yuan" },
};

const MINUS = "\u2212";
const THIN = "\u202f";

/**
 * A number with so many decimals, ties away from zero: of the shortest decimal that reads back as the same float64, so
 * 1.005 gives 1.01. `tenths` moves the decimal point to the left first, without a division. Never −0.
 */
export function fixed(value: number, decimals: number, tenths = 0): string {
  if (!Number.isFinite(value)) throw new RangeError(`a number to be shown: expected a finite number, got ${value}`);
  const [mantissa = "0", exponent = "0"] = Math.abs(value).toExponential().split("e");
  const digits = mantissa.replace(".", "");
  const cut = Number(exponent) - tenths + decimals + 1;
  const kept = cut <= 0 ? "0" : digits.slice(0, cut).padEnd(cut, "0");
  const up = cut >= 0 && (digits[cut] ?? "0") >= "5";
  const rounded = (BigInt(kept) + (up ? 1n : 0n)).toString().padStart(decimals + 1, "0");
  const whole = rounded.slice(0, rounded.length - decimals);
  const sign = value < 0 && /[1-9]/.test(rounded) ? MINUS : "";
  return decimals === 0 ? sign + whole : `${sign}${whole}.${rounded.slice(-decimals)}`;
}

/** Groups of three before the decimal point; four digits stay together. */
export function grouped(number: string, separator: string = THIN): string {
  const [whole = "", rest] = number.split(".");
  const parted = whole.replace(MINUS, "").length < 5 ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, () => separator);
  return rest === undefined ? parted : `${parted}.${rest}`;
}

/** 元, 万元, 亿元; yuan, 10k yuan, 100m yuan. */
export function moneyUnit(unit: MoneyUnit, language: Language): string {
  return unitNames[unit][language];
}

/** What is measured with its unit: "全基金（亿元）", "Whole fund (100m yuan)". */
export function nameWithUnit(name: string, unit: MoneyUnit, language: Language): string {
  return language === "zh" ? `${name}（${moneyUnit(unit, language)}）` : `${name} (${moneyUnit(unit, language)})`;
}

/** Money without its unit, for tables and axes whose head names the unit; two decimals unless told. */
export function moneyNumber(yuan: number, unit: MoneyUnit, decimals = 2): string {
  return grouped(fixed(yuan, decimals, unitPowers[unit]));
}

/** Money with its unit: "6.94 亿元", "69 441.76 × 10k yuan". */
export function money(yuan: number, unit: MoneyUnit, language: Language, decimals = 2): string {
  const between = language === "en" && unit !== "yuan" ? " × " : " ";
  return `${moneyNumber(yuan, unit, decimals)}${between}${moneyUnit(unit, language)}`;
}

/** A count of paths or persons: "10,000". */
export function count(number: number): string {
  return fixed(number, 0).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** Payable months: "9.3 个月", "9.3 months". */
export function months(number: number, language: Language, decimals = 1): string {
  const shown = fixed(number, decimals);
  if (language === "zh") return `${shown} 个月`;
  return Number(shown) === 1 ? `${shown} month` : `${shown} months`;
}

/** A level of payable months as the rules state it, without needless decimals: "9 个月", "9.5 months". */
export function level(number: number, language: Language): string {
  return months(number, language, Number.isInteger(number) ? 0 : Number.isInteger(number * 10) ? 1 : 2);
}

/** A share of one as percent: "37.0%". */
export function percent(share: number, decimals: number): string {
  return `${fixed(share, decimals, -2)}%`;
}

/** A probability in words, and apart: its percentage and the half-width of its 95 % interval. */
export interface ProbabilityText {
  readonly value: string;
  /** "±1 个百分点", an interval where it is lopsided, or "" beside a bound. */
  readonly error: string;
  /** Both: "37%（±1 个百分点）". */
  readonly text: string;
}

/**
 * A Monte Carlo probability with as many digits as its 95 % Wilson interval allows: the half-width is rounded to the
 * first place at which it is not zero, the estimate to the same place. Where nothing or everything was counted only a bound stands, rounded outwards:
 * 0 of 10,000 is "<0.04%", 10,000 of 10,000 is ">99.96%". Where the interval is lopsided (few or nearly all counted) it
 * stands instead of ±.
 */
export function probability(
  stated: { readonly estimate: number; readonly low: number; readonly high: number },
  language: Language,
): ProbabilityText {
  const { estimate, low, high } = stated;
  if (estimate <= 0 || estimate >= 1) {
    const room = estimate <= 0 ? high : 1 - low;
    const decimals = Math.max(0, place(room * 100));
    const bound = Math.ceil(room * 100 * 10 ** decimals - 1e-9) / 10 ** decimals;
    const value = estimate <= 0 ? `<${fixed(bound, decimals)}%` : `>${fixed(100 - bound, decimals)}%`;
    return { value, error: "", text: value };
  }
  const halfWidth = ((high - low) / 2) * 100;
  const lopsided = Math.min(estimate, 1 - estimate) * 100 < halfWidth;
  const decimals = Math.max(0, lopsided ? place(Math.min(estimate, 1 - estimate) * 100) : placeOfFirst(halfWidth * 2));
  const value = percent(estimate, decimals);
  const points = fixed(Math.max(halfWidth, 10 ** -decimals), decimals);
  const error = lopsided
    ? `${outward(low, Math.max(decimals, place(low * 100)), Math.floor)}%–${outward(high, Math.max(decimals, place((1 - high) * 100)), Math.ceil)}%`
    : language === "zh"
      ? `±${points} 个百分点`
      : `±${points} pp`;
  return { value, error, text: language === "zh" ? `${value}（${error}）` : `${value} (${error})` };
}

/** Decimals that show the first digit of a positive number once it is rounded to one digit. */
function place(number: number): number {
  return number > 0 ? -Number(number.toExponential(0).split("e")[1]) : 0;
}

/** Decimals that show the first digit of a positive number as it stands, so that 0.0096 needs three. */
function placeOfFirst(number: number): number {
  return -Number(number.toExponential().split("e")[1]);
}

function outward(share: number, decimals: number, round: (number: number) => number): string {
  return fixed(Math.min(100, Math.max(0, round(share * 100 * 10 ** decimals) / 10 ** decimals)), decimals);
}
