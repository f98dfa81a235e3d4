import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { TextInput } from "@/components/ui/inputs";
import {
  FILTER_WORDS,
  type GradingView,
  gradingQuery,
  ORDER_WORDS,
  QUEUE_FILTERS,
  QUEUE_ORDERS,
} from "@/lib/classroom/grading/view";
import { formatWithNoun } from "@/lib/framework/units";

type Choice = { key: string; words: string; href: string; isCurrent: boolean };

function Choices({ label, choices }: { label: string; choices: readonly Choice[] }) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-1 text-sm">
      <span className="text-ink-2">{label}</span>
      {choices.map(({ key, words, href, isCurrent }) => (
        <Link
          key={key}
          href={href}
          prefetch={false}
          aria-current={isCurrent ? "true" : undefined}
          className={cx(
            "rounded-md px-2 py-1 no-underline",
            isCurrent ? "bg-accent-soft font-medium text-ink" : "text-ink-2 hover:bg-sunken hover:text-ink",
          )}
        >
          {words}
        </Link>
      ))}
    </nav>
  );
}

type Props = { base: string; view: GradingView; total: number; isHidden: boolean; children: ReactNode };

/** Links and a form with a query: they work before any script has loaded. */
export function QueueFilters({ base, view, total, isHidden, children }: Props) {
  const to = (change: Partial<GradingView>) => `${base}${gradingQuery({ ...view, page: 1, ...change })}`;
  const { find, page: _, ...kept } = view;
  const hidden = [...new URLSearchParams(gradingQuery(kept))];
  return (
    <div className="grid gap-3 border-t border-line pt-4">
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <Choices
          label="Show"
          choices={QUEUE_FILTERS.map((filter) => ({
            ...{ key: filter, words: FILTER_WORDS[filter], href: to({ filter }) },
            isCurrent: view.filter === filter,
          }))}
        />
        <Choices
          label="Order"
          choices={QUEUE_ORDERS.map((order) => ({
            ...{ key: order, words: ORDER_WORDS[order], href: to({ order }) },
            isCurrent: view.order === order,
          }))}
        />
      </div>
      <div className="flex flex-wrap items-end gap-3">
        <form action={base} className="flex items-end gap-2">
          {hidden.map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <TextInput
            name="find"
            type="search"
            aria-label={isHidden ? "Find a number" : "Find a student"}
            defaultValue={find}
            placeholder={isHidden ? "Student 417" : "Name"}
            className="w-48"
          />
          <Button type="submit">Find</Button>
        </form>
        <p role="status" className="py-2 text-sm text-ink-2 tabular-nums">
          {formatWithNoun(total, "submission")}
        </p>
        <div className="ml-auto">{children}</div>
      </div>
    </div>
  );
}
