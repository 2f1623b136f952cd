/**
 * Width of a line of text in px, from the classes of its characters, as wide as in the widest of the usual faces: Chinese is one em wide. The same on
 * every machine, so that a chart has the same layout on the page, in print and without a document.
 */
export function textWidth(text: string, fontSize: number, bold = false): number {
  let ems = 0;
  for (const character of text) ems += isWide(character) ? 1 : emsOf(character) * (bold ? 1.12 : 1);
  return ems * fontSize;
}

function emsOf(character: string): number {
  if (/[ \u2009\u202f.,:;'|!ijl·]/.test(character)) return 0.36;
  if (/[()[\]frt-]/.test(character)) return 0.44;
  if (/[mwMW%@—…]/.test(character)) return 1;
  if (/[A-Z×÷−+±=<>≥≤]/.test(character)) return 0.8;
  return 0.64;
}

function isWide(character: string): boolean {
  return /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef○●◐■]/.test(character);
}

/** No line starts with these … */
const closing = /^[，。、：；！？）》」』”’%…)\],.;:!?]/;
/** … and none ends with these. */
const opening = /[（《「『“‘([]$/;

/**
 * Lines no wider than `width`, as even as they can be. Chinese breaks between any two characters except before closing and
 * after opening punctuation; Latin words, numbers and a number with its unit stay whole. A part wider than `width` stands
 * alone on its line.
 */
export function wrap(text: string, width: number, fontSize: number, bold = false): string[] {
  const lines = fill(text, width, fontSize, bold);
  if (lines.length < 2) return lines;
  let narrow = textWidth(text, fontSize, bold) / lines.length;
  for (; narrow < width; narrow += fontSize / 2) {
    const even = fill(text, narrow, fontSize, bold);
    if (even.length === lines.length) return even;
  }
  return lines;
}

/** Lines as full as they can be, for titles; as even as they can be where the last would be shorter than a third. */
export function wrapFull(text: string, width: number, fontSize: number, bold = false): string[] {
  const lines = fill(text, width, fontSize, bold);
  const last = textWidth(lines[lines.length - 1] ?? "", fontSize, bold);
  return last < width / 3 ? wrap(text, width, fontSize, bold) : lines;
}

function fill(text: string, width: number, fontSize: number, bold: boolean): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const part of parts(paragraph)) {
      if (line !== "" && textWidth((line + part).trim(), fontSize, bold) > width) {
        lines.push(line.trim());
        line = part.trimStart();
      } else {
        line += part;
      }
    }
    lines.push(line.trim());
  }
  return lines;
}

/** What may not be broken: words, numbers with unit, a character with its punctuation. */
function parts(text: string): string[] {
  const atoms =
    text.match(
      /[±<>−+]?[\d.,\u202f–]+%?(?: ?(?:个百分点|个月|个|年底|年|月底|月|次|条|元|万元|亿元))?|[A-Za-z0-9_.,'’/…-]+|\s+|./gu,
    ) ?? [];
  const joined: string[] = [];
  for (const atom of atoms) {
    const last = joined[joined.length - 1];
    if (last !== undefined && (closing.test(atom) || opening.test(last))) joined[joined.length - 1] = last + atom;
    else if (last !== undefined && /^\s+$/.test(atom)) joined[joined.length - 1] = last + atom;
    else joined.push(atom);
  }
  return joined;
}
