import type { Language } from "./numbers.ts";

/**
 * What was expected of an input, from the parser's own words, as a phrase that stands alone: "应为 ≥ 1 的数", "Expected a
 * number ≥ 1". Words that are not known stay as they are.
 */
export function expectedText(expected: string, language: Language): string {
  if (expected === "no such key") return language === "zh" ? "不应有此字段" : "Not a known key";
  if (language === "en") return `Expected ${inEnglish(expected)}`;
  const chinese = inChinese(expected);
  if (chinese.startsWith("应")) return chinese;
  return /^[\u3400-\u9fff]/.test(chinese) ? `应为${chinese}` : `应为 ${chinese}`;
}

function inEnglish(expected: string): string {
  return (
    types[expected]?.en ??
    expected.replace(/^≥ 1 (entri|character)(es|s)$/, "at least one $1").replace("entri", "entry")
  );
}

function inChinese(expected: string): string {
  const exact = types[expected]?.zh ?? phrases[expected];
  if (exact !== undefined) return exact;
  if (/^".*?"(?: or ".*?")+$/.test(expected)) return `${expected.replace(/" or "/g, '"、"')} 之一`;
  const inner = /^a file \{base, id, changes\}: (.+)$/.exec(expected);
  if (inner !== null) return `{base, id, changes} 形式的文件：${inChinese(inner[1] ?? "")}`;
  for (const [pattern, replacement] of patterns) {
    if (pattern.test(expected)) return expected.replace(pattern, replacement);
  }
  return expected;
}

/** The schema's own names of types. */
const types: { readonly [type: string]: { readonly [language in Language]: string } } = {
  string: { zh: "文字", en: "a text" },
  number: { zh: "数字", en: "a number" },
  int: { zh: "整数", en: "a whole number" },
  boolean: { zh: "true 或 false", en: "true or false" },
  object: { zh: "一组字段 { }", en: "a group of fields { }" },
  record: { zh: "一组字段 { }", en: "a group of fields { }" },
  array: { zh: "列表 [ ]", en: "a list [ ]" },
  nonoptional: { zh: "一个值（必填）", en: "a value" },
};

const phrases: { readonly [english: string]: string } = {
  "a known kind": "已知的 kind",
  "a JSON file": "JSON 文件",
  "what JSON allows here": "JSON 在此处允许的内容",
  "more of the file, which breaks off here": "后续内容，而文件在此中断",
  "a JSON document that is not nested without end": "嵌套有尽头的 JSON 文件",
  "a month such as 2024-01": "月份，如 2024-01",
  "lower-case letters, digits and hyphens": "小写字母、数字和连字符",
  "lower-case letters, digits, points and hyphens": "小写字母、数字、点和连字符",
  'a "source" {document, article}, or a "basis" with "reason"':
    "应写明 source（document、article），或 basis 并附 reason",
  "twelve factors with mean 1": "十二个系数，均值为 1",
  "shares that add up to 1": "合计为 1 的各份",
  "shares that add up to 1 at most": "合计不超过 1 的各份",
  "8 industry classes": "8 个行业风险类别",
  "each part once": "不重复的各部分",
  "a year used once": "不重复的年度",
  "an id used once": "不重复的 id",
  'an id used once and not "unpaid"': "不重复、且不是 “unpaid” 的 id",
  "base rates of the 8 industry classes, which the detailed basis needs": "8 个行业风险类别的基准费率（明细口径必需）",
  "1 on the diagonal": "1（对角线）",
  "a positive semidefinite matrix": "半正定矩阵",
  "periods in order, without holes, the last one ending before the start":
    "按时间排列、没有空缺的各期，最后一期止于开始之前",
  '"act", the only line': "“act”（只有这一条线）",
  "a scenario that is not based on this one": "不以本情景为基础的情景",
  "a scenario that the page knows": "页面中已有的情景",
  "the id of a scenario beside this file": "与此文件同在一处的情景的 id",
  "a path into the scenario": "情景中存在的位置",
  "one file at a time": "一次一个文件",
  "at least one scenario": "至少一个情景",
  "a date such as 2024-01-01": "日期，如 2024-01-01",
  "a document that does not build on itself": "不以自身为基础的文件",
  "dates in order": "按先后排列的日期",
  "a day that exists, such as 2024-01-31": "存在的日期，如 2024-01-31",
  "a month or a day, such as 2024-06 or 2024-06-28": "月份或日期，如 2024-06 或 2024-06-28",
  "working days before the month end, each step nearer to it": "月末前的工作日数，逐步靠近月末",
  "each use once": "不重复的各项用途",
  "the id of a region of the fund": "本基金中的统筹区 id",
  "a region named once": "不重复的统筹区",
  "at least 12 months, of which the turnover fund is a part": "至少 12 个月的历史（周转金以此计算）",
  "the number of places of each region, which a turnover fund by county needs":
    "各统筹区的支出户数目（按县设周转金必需）",
};

const patterns: readonly (readonly [RegExp, string])[] = [
  [/^a number (≥|>|≤|<) (.+)$/, "$1 $2 的数"],
  [/^≥ 1 entries$/, "至少一项的列表"],
  [/^(≥|>|≤|<) (.+) entries$/, "$1 $2 项的列表"],
  [/^≥ 1 characters$/, "至少一个字符的文字"],
  [/^(≥|>|≤|<) (.+) characters$/, "$1 $2 个字符的文字"],
  [/^a "reason" \{zh, en\} for basis "(.+)"$/, "应写明 reason（zh、en），因为 basis 为 “$1”"],
  [/^the same as (.+)$/, "与 $1 相同的数（对称）"],
  [/^at least (\d+) months$/, "至少 $1 个月的历史"],
  [/^at least (-?[\d.e+]+)$/, "≥ $1 的数"],
  [/^at most (-?[\d.e+]+)$/, "≤ $1 的数"],
  [/^at most the region's opening balance, (.+) yuan$/, "不超过该统筹区期初结余 $1 元的金额"],
  [/^a month or a day from (.+) on$/, "$1 起的月份或日期"],
  [/^a day of that month, which has (.+)$/, "该月之内的日（该月有 $1 天）"],
  [/^a day not after (.+), when what is left of the deposits moves$/, "不晚于 $1 的日期（其余存款于该日划转）"],
  [/^a day after (.+)$/, "晚于 $1 的日期"],
  [/^a month of the (\d+) months from (.+)$/, "自 $2 起 $1 个月之内的月份"],
  [/^parts of the opening balances, together (.+) yuan$/, "期初结余的组成部分，合计不超过 $1 元"],
  [/^more than the lower edge (.+)$/, "大于下沿 $1 的数"],
  [/^more than the threshold (.+)$/, "大于起点金额 $1 的数"],
  [/^at least the shortest delay (.+)$/, "不短于最短推迟 $1 的月数"],
  [/^the budget of (\d+), which the denominator "budgetYear" needs$/, "$1 年的预算（分母“当年预算”必需）"],
  [/^months from January (\d+) on, which .+$/, "自 $1 年 1 月起的各月（分母“上一自然年度”必需）"],
  [/^a path into the scenario; there is no (.+)$/, "情景中存在的位置；没有 $1"],
  [/^a path into the scenario; (.+) has no parts$/, "情景中存在的位置；$1 没有下级"],
  [/^an element of (.+)$/, "$1 中的一项"],
  [/^nesting of at most (\d+) levels$/, "不超过 $1 层的嵌套"],
  [/^a file of at most (.+) MB$/, "不超过 $1 MB 的文件"],
  [/^≤ (\d+) alternatives of (.+)$/, "$2 的至多 $1 个备选方案"],
  [/^(.+) as in (.+)$/, "$1（与 $2 相同）"],
];
