import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Figure } from "../charts/figure.ts";
import { useBench } from "./bench.ts";
import { DataTable } from "./dataTable.tsx";

/** Widths between which a picture is drawn; it fills the space it gets. */
const NARROWEST = 240;
const WIDEST = 1_200;

/**
 * A chart in the space it gets, drawn again when that changes, with its table and description one click away. `draw` must
 * be the same function as long as it draws the same picture.
 */
export function Picture(props: {
  readonly draw: (width: number) => Promise<Figure>;
  readonly id: string;
}): JSX.Element {
  const { draw, id } = props;
  const bench = useBench();
  const words = bench.words.value;
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const [figure, setFigure] = useState<Figure | undefined>(undefined);
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (width === 0) return undefined;
    let current = true;
    draw(width).then(
      (drawn) => {
        if (!current) return;
        place.current?.replaceChildren(drawn.element);
        setFigure(drawn);
        setFailed(false);
      },
      () => {
        if (!current) return;
        place.current?.replaceChildren();
        setFigure(undefined);
        setFailed(true);
      },
    );
    return () => {
      current = false;
    };
  }, [draw, width, attempt]);
  return (
    <figure class="picture" data-picture={id}>
      <div class="picture-place" ref={place} />
      {failed && (
        <p class="picture-failed" role="status">
          {words.figures.failed}{" "}
          <button type="button" class="quiet" onClick={() => setAttempt(attempt + 1)}>
            {words.failure.retry}
          </button>
        </p>
      )}
      {figure === undefined && !failed && <p class="small">{words.figures.drawing}</p>}
      {figure !== undefined && (
        <details>
          <summary>
            {words.figures.table}
            <span class="unseen">
              {words.comparison.colon} {figure.finding}
            </span>
          </summary>
          <p class="small">{figure.description}</p>
          <DataTable
            caption={words.figures.tableCaption(figure.measure)}
            columns={figure.table.columns}
            rows={figure.table.rows.map(([head, ...cells]) => ({ head, cells }))}
          />
        </details>
      )}
    </figure>
  );
}

/** Width of an element, between the narrowest and the widest picture; 0 before it is known. */
export function useWidth(place: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (place.current === null) return undefined;
    let frame = 0;
    const observer = new ResizeObserver(([entry]) => {
      const wanted = Math.round(Math.max(NARROWEST, Math.min(WIDEST, entry?.contentRect.width ?? 0)));
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setWidth(wanted));
    });
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
    };
  }, []);
  return width;
}
