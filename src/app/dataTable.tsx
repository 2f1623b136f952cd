import type { ComponentChildren, JSX } from "preact";

/** One row of a table: what it is, and its cells; null where there is no number. */
export interface DataRow {
  readonly head: ComponentChildren;
  readonly cells: readonly ComponentChildren[];
  /** A sum of the rows above. */
  readonly strong?: boolean;
}

/** The one table of figures of the page: rows by name, columns of numbers, in a frame that scrolls where it must. */
export function DataTable(props: {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly DataRow[];
}): JSX.Element {
  const { caption, columns, rows } = props;
  return (
    <div class="scroller" tabIndex={0} role="region" aria-label={caption}>
      <table class="points">
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ head, cells, strong }, i) => (
            <tr key={i} class={strong === true ? "points-sum" : undefined}>
              <th scope="row">{head}</th>
              {cells.map((cell, j) => (
                <td key={j}>{cell ?? "–"}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
