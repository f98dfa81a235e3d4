"use client";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import type { People, PeopleQuery, PeopleShown } from "@/lib/data/class/list-members";

const WORDS: Record<PeopleShown, string> = {
  members: "Members",
  expected: "Not joined yet",
  out: "Removed or left",
};

type PeopleFilterProps = { path: string; query: PeopleQuery; counts: People["counts"] };

/** Addresses, so that a list can be kept and works before the page's code has come. */
export function PeopleFilter({ path, query, counts }: PeopleFilterProps) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <nav aria-label="Which people" className="flex flex-wrap gap-1">
        {(Object.keys(WORDS) as PeopleShown[]).map((shown) => (
          <Link
            key={shown}
            href={`${path}?shown=${shown}`}
            aria-current={shown === query.shown ? "page" : undefined}
            className={cx(
              "flex min-h-9 items-center gap-1.5 rounded-md px-2.5 text-sm no-underline",
              shown === query.shown ? "bg-accent-soft font-medium text-accent" : "text-ink-2 hover:bg-sunken",
            )}
          >
            {WORDS[shown]} <span className="tabular-nums">{counts[shown]}</span>
          </Link>
        ))}
      </nav>
      <form action={path} className="flex items-end gap-2">
        <input type="hidden" name="shown" value={query.shown} />
        <Field label="Search people" hideLabel>
          {(control) => (
            <TextInput
              {...control}
              type="search"
              name="q"
              defaultValue={query.search}
              placeholder="Name or email"
            />
          )}
        </Field>
        <Button type="submit">Search</Button>
      </form>
    </div>
  );
}
