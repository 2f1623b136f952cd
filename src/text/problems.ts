import type { Problem } from "../model/scenario/problem.ts";
import type { Language } from "./numbers.ts";

/** A problem of an input as the page shows it. */
export interface ProblemText {
  readonly path: string;
  readonly expected: string;
  readonly value: string;
}

const LONGEST_VALUE = 80;

/** Path, expectation and value of a problem in one language; safe for values of any depth and length. */
export function problemWords(problem: Problem, language: Language): ProblemText {
  const zh = language === "zh";
  return {
    path: problem.path === "" ? (zh ? "（整个文件）" : "(whole file)") : shortened(problem.path, 160),
    expected: zh ? inChinese(problem.expected) : problem.expected,
    value:
      problem.value === undefined
        ? zh
          ? "（没有）"
          : "(nothing)"
        : shortened(written(problem.value, 3), LONGEST_VALUE),
  };
}

/** JSON-like text of a value that goes only `depth` levels down, so that hostile nesting costs nothing. */
function written(value: unknown, depth: number): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, LONGEST_VALUE));
  if (typeof value !== "object" || value === null) return String(value);
  if (depth === 0) return "…";
  if (Array.isArray(value))
    return `[${value
      .slice(0, 12)
      .map((member) => written(member, depth - 1))
      .join(", ")}${value.length > 12 ? ", …" : ""}]`;
  const entries = Object.entries(value);
  const shown = entries.slice(0, 6).map(([key, member]) => `${key}: ${written(member, depth - 1)}`);
  return `{${shown.join(", ")}${entries.length > 6 ? ", …" : ""}}`;
}

function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** What the parser expected, in Chinese; words it does not know stay as they are. */
function inChinese(expected: string): string {
  const exact = phrases[expected];
  if (exact !== undefined) return exact;
  for (const [pattern, replacement] of patterns) {
    if (pattern.test(expected)) return expected.replace(pattern, replacement);
  }
  return expected;
}

const phrases: { readonly [english: string]: string } = {
  "no such key": "没有这个字段",
  string: "文字",
  number: "数字",
  int: "整数",
  boolean: "true 或 false",
  object: "对象 { }",
  array: "列表 [ ]",
  record: "对象 { }",
  nonoptional: "必填",
  "a known kind": "已知的 kind",
  "one of the forms": "规定的写法之一",
  "a JSON file": "JSON 文件",
  "a month such as 2024-01": "月份，写作 2024-01",
  "lower-case letters, digits and hyphens": "小写字母、数字和连字符",
  "lower-case letters, digits, points and hyphens": "小写字母、数字、点和连字符",
  'a "source" {document, article}, or a "basis" with "reason"':
    "写明 source（document、article），或 basis 并附 reason",
  "twelve factors with mean 1": "十二个系数，均值为 1",
  "shares that add up to 1": "各份之和为 1",
  "shares that add up to 1 at most": "各份之和不超过 1",
  "8 industry classes": "8 个行业风险类别",
  "an id used once": "不重复的 id",
  'an id used once and not "unpaid"': "不重复、且不是 “unpaid” 的 id",
  "base rates of the 8 industry classes, which the detailed basis needs": "8 个行业风险类别的基准费率（明细口径必需）",
  "1 on the diagonal": "对角线为 1",
  "a positive semidefinite matrix": "半正定矩阵",
  "periods in order, without holes, the last one ending before the start":
    "各期按时间排列、没有空缺，最后一期止于开始之前",
  "at least 12 months": "至少 12 个月",
  '"act", the only line': "“act”（只有这一条线）",
  "a scenario that is not based on this one": "不以本情景为基础的情景",
  "a scenario that the page knows": "页面中已有的情景",
  "a path into the scenario": "情景中存在的位置",
  "one file at a time": "一次一个文件",
  "at least one scenario": "至少一个情景",
};

const patterns: readonly (readonly [RegExp, string])[] = [
  [/^a number (≥|>|≤|<) (.+)$/, "$1 $2 的数"],
  [/^(≥|>|≤|<) (.+) entries$/, "$1 $2 项"],
  [/^(≥|>|≤|<) (.+) characters$/, "$1 $2 个字符"],
  [/^a "reason" \{zh, en\} for basis "(.+)"$/, "basis 为 “$1” 时写明 reason（zh、en）"],
  [/^the same as (.+)$/, "与 $1 相同（对称）"],
  [/^a month of the (\d+) months from (.+)$/, "自 $2 起 $1 个月之内的月份"],
  [/^parts of the opening balances, together (.+) yuan$/, "期初结余的组成部分，合计不超过 $1 元"],
  [/^more than the lower edge (.+)$/, "大于下沿 $1"],
  [/^more than the threshold (.+)$/, "大于起点金额 $1"],
  [/^at least the shortest delay (.+)$/, "不短于最短推迟 $1"],
  [/^the budget of (\d+), which the denominator "budgetYear" needs$/, "$1 年的预算（分母“当年预算”必需）"],
  [/^months from January (\d+) on, which .+$/, "自 $1 年 1 月起的各月（分母“上一自然年度”必需）"],
  [/^a file \{base, id, changes\}: (.+)$/, "{base, id, changes} 形式的文件：$1"],
  [/^a path into the scenario; there is no (.+)$/, "情景中存在的位置；没有 $1"],
  [/^a path into the scenario; (.+) has no parts$/, "情景中存在的位置；$1 没有下级"],
  [/^an element of (.+)$/, "$1 中的一项"],
  [/^nesting of at most (\d+) levels$/, "嵌套不超过 $1 层"],
  [/^a file of at most (.+) MB$/, "不超过 $1 MB 的文件"],
  [/^(.+) as in (.+)$/, "$1（与 $2 相同）"],
  [/^≤ (\d+) alternatives of (.+)$/, "$2 的备选方案不超过 $1 个"],
  [/^(".+?"(?: or ".+?")+)$/, "$1 之一"],
];
