/** Language of a text that keeps its publisher's words: Chinese where it has Chinese characters. */
export function languageOf(text: string): string | undefined {
  return /[\u4e00-\u9fff]/.test(text) ? "zh-CN" : undefined;
}
