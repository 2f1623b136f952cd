import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { calendarMonth, calendarYear, monthText } from "../model/calendar.ts";
import type { RunSummary } from "../model/simulation/result.ts";
import type { PathTrace } from "../model/simulation/trace.ts";
import { monthName } from "../text/dates.ts";
import { count, fixed, level, months } from "../text/numbers.ts";
import { useBench } from "./bench.ts";
import { isQuiet, monthlyKinds } from "./eventGroups.ts";
import { useWidth } from "./picture.tsx";

const HEIGHT = 168;
const MARGIN = { top: 12, right: 72, bottom: 24, left: 36 };
/** Height of a label, px. */
const LINE = 14;
/** Of more marked months than this share of all, only those are marked in which more happened than money moved. */
const CROWDED = 0.25;
/** Least distance of two labels of years, px. */
const YEAR_ROOM = 44;

/** Payable months of a path as a line with the lines of the trigger; a press chooses the month beneath. */
export function PathChart(props: {
  readonly trace: PathTrace;
  readonly summary: RunSummary;
  readonly month: number;
  /** Whether figures behind it are not official, which the picture then says. */
  readonly illustrative: boolean;
  readonly onChoose: (t: number) => void;
}): JSX.Element {
  const { trace, summary, month, illustrative, onChoose } = props;
  const bench = useBench();
  const words = bench.words.value.paths;
  const language = bench.language.value;
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const { start, pool, events } = trace;
  const values = pool.map(({ payableMonths }) => payableMonths);
  const known = values.filter((value) => value !== null);
  const lines = Object.values(summary.triggers)
    .flatMap((each) => (each.level === null ? [] : [each.level]))
    .sort((a, b) => b - a);
  const top = Math.max(1, ...known, ...lines) * 1.08;
  const bottom = Math.min(0, ...known);
  const x = (t: number): number =>
    MARGIN.left + (t / Math.max(1, pool.length - 1)) * (width - MARGIN.left - MARGIN.right);
  const y = (value: number): number =>
    MARGIN.top + ((top - value) / (top - bottom)) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  const labels = apart(lines.map(y));
  const januaries = pool.map((_, t) => t).filter((t) => calendarMonth(start, t) === 1);
  const every = Math.max(1, Math.ceil(YEAR_ROOM / Math.max(1, x(12) - x(0))));
  const monthly = monthlyKinds(trace);
  const quiet = (t: number): boolean => isQuiet(trace, t, monthly);
  const all = [...new Set(events.map(({ t }) => t))];
  const marked = all.filter((t) => t === month || !quiet(t) || all.length <= pool.length * CROWDED);
  const size = marked.length > pool.length * CROWDED ? 2.5 : 4;
  const low = known.length === 0 ? undefined : Math.min(...known);
  const last = values[values.length - 1] ?? undefined;
  const text =
    low === undefined || last === undefined
      ? ""
      : words.chartText(
          months(low, language),
          monthName(monthText(start, values.indexOf(low)), language),
          months(last, language),
        );
  function choose(event: MouseEvent): void {
    const left = place.current?.getBoundingClientRect().left ?? 0;
    const share = (event.clientX - left - MARGIN.left) / Math.max(1, width - MARGIN.left - MARGIN.right);
    onChoose(Math.min(pool.length - 1, Math.max(0, Math.round(share * (pool.length - 1)))));
  }
  return (
    <figure class="path-chart">
      <figcaption>
        <strong>{words.chart(count(trace.path))}</strong> <span class="small">{text}</span>
      </figcaption>
      <div ref={place}>
        {width > 0 && (
          <svg
            viewBox={`0 0 ${width} ${HEIGHT}`}
            width={width}
            height={HEIGHT}
            role="img"
            aria-label={`${words.chart(count(trace.path))}${bench.words.value.comparison.colon} ${text}`}
            onClick={choose}
          >
            {ticksOf(bottom, top).map((tick) => (
              <g key={tick}>
                <line class="path-grid" x1={MARGIN.left} x2={width - MARGIN.right} y1={y(tick)} y2={y(tick)} />
                <text class="path-tick" x={MARGIN.left - 6} y={y(tick) + 4} text-anchor="end">
                  {fixed(tick, 0)}
                </text>
              </g>
            ))}
            {januaries.map((t, i) => (
              <g key={t}>
                <line
                  class="path-grid"
                  x1={x(t)}
                  x2={x(t)}
                  y1={HEIGHT - MARGIN.bottom}
                  y2={HEIGHT - MARGIN.bottom + 4}
                />
                {i % every === 0 && (
                  <text class="path-tick" x={x(t)} y={HEIGHT - 5} text-anchor="middle">
                    {calendarYear(start, t)}
                  </text>
                )}
              </g>
            ))}
            <line class="path-now" x1={x(month)} x2={x(month)} y1={MARGIN.top} y2={HEIGHT - MARGIN.bottom} />
            {lines.map((line, i) => (
              <g key={line}>
                <line class="path-level" x1={MARGIN.left} x2={width - MARGIN.right} y1={y(line)} y2={y(line)} />
                <text class="path-level-name" x={width - MARGIN.right + 6} y={(labels[i] ?? 0) + 4}>
                  {level(line, language)}
                </text>
              </g>
            ))}
            {illustrative && (
              <text class="path-mark" x={MARGIN.left + 4} y={HEIGHT - MARGIN.bottom - 6}>
                {bench.words.value.illustrative.mark}
              </text>
            )}
            <path class="path-line" d={lineThrough(values, x, y)} />
            {marked.map((t) => {
              const value = values[t] ?? bottom;
              const look = quiet(t) ? "path-event path-event-quiet" : "path-event";
              return (
                <circle key={t} class={look} cx={x(t)} cy={y(value)} r={t === month ? 5 : quiet(t) ? 2.5 : size} />
              );
            })}
          </svg>
        )}
      </div>
    </figure>
  );
}

/** A path through the numbers; it breaks where there is none. */
function lineThrough(
  values: readonly (number | null)[],
  x: (t: number) => number,
  y: (value: number) => number,
): string {
  return values
    .map((value, t) => {
      if (value === null) return "";
      const begins = t === 0 || values[t - 1] === null;
      return `${begins ? "M" : "L"}${x(t).toFixed(1)} ${y(value).toFixed(1)}`;
    })
    .join("");
}

/** Places of labels from top to bottom, moved down where they would run into each other. */
function apart(places: readonly number[]): number[] {
  const moved: number[] = [];
  for (const place of places) moved.push(Math.max(place, (moved[moved.length - 1] ?? -LINE) + LINE));
  return moved;
}

/** Three to six whole numbers over a range. */
function ticksOf(bottom: number, top: number): number[] {
  const step = [1, 2, 3, 5, 6, 10, 12, 20, 50, 100, 500].find((each) => (top - bottom) / each <= 5) ?? 1_000;
  const first = Math.ceil(bottom / step);
  return Array.from({ length: Math.floor(top / step) - first + 1 }, (_, i) => (first + i) * step);
}
