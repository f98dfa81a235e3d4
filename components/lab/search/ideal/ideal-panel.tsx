"use client";

import { formatMany } from "@/components/lab/format";
import { describeIdeal, fateOf } from "@/components/lab/search/ideal/ideal-words";
import { type IdealItem, useIdeal } from "@/components/lab/search/ideal/use-ideal";
import { describeRating, formatPrice } from "@/components/lab/search/results/product-words";
import type { SearchLabStore } from "@/components/lab/search/search-store";
import type { SearchLabView } from "@/components/lab/search/search-view";
import { GRADE_WORDS } from "@/components/lab/search/search-words";
import { TaskStatus } from "@/components/lab/task-status";
import { useIsOnScreen } from "@/components/lab/use-box";
import { Button } from "@/components/ui/button";
import { Table } from "@/components/ui/table";
import type { SearchTrace } from "@/lib/pipeline/product-search/trace";

/** What the judges would put first for this query, and where this search has it. */
export function IdealPanel({ lab, view }: { lab: SearchLabStore; view: SearchLabView }) {
  const [box, isOnScreen] = useIsOnScreen<HTMLDivElement>();
  const { trace, phase } = view;
  const isLive = phase === "live";
  const { task, isCurrent } = useIdeal(lab, trace.query?.queryId ?? null, isLive && isOnScreen);
  const items = isCurrent ? (task.result?.items ?? []) : [];
  return (
    <div ref={box} className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <p className="max-w-3xl text-sm text-ink-2">
        The products of the highest true grades; of equals, those that sell best. NDCG compares a page with
        the grades of this list, not with its products: any product of the same grade is as good.
      </p>
      {!trace.query ? (
        <p className="text-sm">
          A text of your own has no true grades. Choose a query from the suggestions to see its ideal list.
        </p>
      ) : (
        phase !== "live" &&
        phase !== "starting" && (
          <div>
            <Button onClick={() => void lab.run()}>Run it live and show the ideal list</Button>
          </div>
        )
      )}
      <TaskStatus
        task={task}
        activity="Looking up the grades"
        done={items.length > 0 ? describeIdeal(items, trace) : ""}
      />
      {items.length > 0 && <IdealTable items={items} trace={trace} />}
    </div>
  );
}

function IdealTable({ items, trace }: { items: readonly IdealItem[]; trace: SearchTrace }) {
  return (
    <Table
      dense
      caption={`The ideal list of “${trace.text}”: its first ${formatMany(items.length, "product")}`}
      columns={[
        { key: "place", header: "Place", numeric: true, cell: (_, index) => index + 1 },
        {
          key: "title",
          header: "Product",
          rowHeader: true,
          className: "min-w-48",
          cell: ({ card }) => card.title,
        },
        {
          key: "grade",
          header: "True grade",
          className: "whitespace-nowrap",
          cell: ({ grade }) => `${grade} ${GRADE_WORDS[grade] ?? ""}`,
        },
        { key: "price", header: "Price", numeric: true, cell: ({ card }) => formatPrice(card.price) },
        {
          key: "rating",
          header: "Rating",
          className: "whitespace-nowrap",
          cell: ({ card }) => describeRating(card),
        },
        { key: "fate", header: "In this search", cell: ({ card }) => fateOf(card.item, trace) },
      ]}
      rows={items}
      rowKey={({ card }) => String(card.item)}
    />
  );
}
