/** Which of the items that a trace follows stand at a step, in the order of that step, and what happened to them. */
import type { TracedItem, TracedRun } from "@/components/lab/core/traced";
import type { Column } from "@/components/ui/table";

/** How one step is looked at. */
export type StepView<Item extends TracedItem> = {
  /** The items of the step by rising value. */
  readonly order: (item: Item) => number;
  /** What the step took out or moved comes first. */
  readonly touchedFirst?: true;
  readonly columns: ReadonlyArray<Column<Item>>;
};
/** Every step of a world, in the order of the request. */
export type StepViews<Item extends TracedItem> = Readonly<Record<string, StepView<Item>>>;

/** The slate and the others that the trace keeps, each once. */
export function tracedItems<Item extends TracedItem>({ slate, others }: TracedRun<Item>): Item[] {
  const seen = new Set<number>();
  return [...slate, ...others].filter(({ card }) => !seen.has(card.item) && seen.add(card.item));
}

/** True when the item was there as `step` began. */
export function entered<Item extends TracedItem>(
  views: StepViews<Item>,
  { left }: TracedItem,
  step: string,
): boolean {
  const names = Object.keys(views);
  return left === null || names.indexOf(left.step) >= names.indexOf(step);
}

/** True when `step` took the item out. */
export const leftAt = ({ left }: TracedItem, step: string): boolean => left?.step === step;

/** What a step is looked at for: those it took out or moved come first where its view says so, the order itself elsewhere. */
export function rowsOfStep<Item extends TracedItem>(
  views: StepViews<Item>,
  run: TracedRun<Item>,
  step: string,
  limit: number,
): Item[] {
  const view = views[step];
  if (!view) return [];
  const rows = tracedItems(run)
    .filter((item) => entered(views, item, step))
    .sort((a, b) => view.order(a) - view.order(b));
  if (!view.touchedFirst) return rows.slice(0, limit);
  const isTouched = (item: Item) => leftAt(item, step) || item.moves.some((move) => move.step === step);
  const touched = rows.filter(isTouched).slice(0, limit);
  return [
    ...touched,
    ...rows.filter((item) => !isTouched(item)).slice(0, Math.max(3, limit - touched.length)),
  ];
}
