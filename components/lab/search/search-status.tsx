import { totalMilliseconds } from "@/components/lab/core/funnel/funnel-stages";
import { LabStatus } from "@/components/lab/core/lab-status";
import { formatCount, formatMilliseconds } from "@/components/lab/format";
import type { SearchLabStore } from "@/components/lab/search/search-store";
import type { SearchLabView } from "@/components/lab/search/search-view";

function describeStored({ trace, state }: SearchLabView): string {
  const over = trace.products === state.products ? "" : `, over ${formatCount(state.products)} products`;
  return `A search of ${formatCount(trace.products)} products, computed beforehand. Type a query or touch a knob, and it runs here, in your browser${over}.`;
}

function describeRun({ trace: { products, slate, steps } }: SearchLabView): string {
  return `${formatCount(products)} products to ${slate.length} in ${formatMilliseconds(totalMilliseconds(steps))}`;
}

export function SearchStatus({ lab, view }: { lab: SearchLabStore; view: SearchLabView }) {
  const words = { stored: describeStored(view), ran: describeRun(view), about: `the search “${view.text}”` };
  return <LabStatus lab={lab} view={view} words={words} withLink />;
}
