import Link from "next/link";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import type { ItemKey } from "@/lib/learning/items";
import { CardAside } from "./card-aside";
import type { SetAside } from "./learning-actions";

export type ListedCard = {
  key: ItemKey;
  front: ReactNode;
  back: ReactNode;
  /** The rubric point that it teaches, in words. */
  point: string | null;
  readMore: string;
  /** Null when the person does not have it. */
  state: { due: string; reviews: number; lapses: number; isSuspended: boolean; isBuried: boolean } | null;
};

function State({ state }: { state: ListedCard["state"] }) {
  if (!state) return <Badge>not added</Badge>;
  if (state.isSuspended) return <Badge tone="warn">suspended</Badge>;
  if (state.isBuried) return <Badge>back tomorrow</Badge>;
  if (state.reviews === 0) return <Badge tone="accent">new</Badge>;
  return (
    <span className="text-sm text-ink-2 tabular-nums">
      due {state.due}, {state.reviews} {state.reviews === 1 ? "review" : "reviews"}
      {state.lapses > 0 && `, forgotten ${state.lapses} ${state.lapses === 1 ? "time" : "times"}`}
    </span>
  );
}

/** Every card of a deck with where it stands; the back is behind a press, so that one can still try. */
export function CardList({ cards, setAside }: { cards: readonly ListedCard[]; setAside: SetAside }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {cards.map(({ key, front, back, point, readMore, state }) => (
        <li
          key={`${key.kind}${key.itemId}`}
          id={key.itemId}
          className="grid scroll-mt-24 gap-2 py-4 target:bg-accent-soft/50"
        >
          <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
            <div className="min-w-0 flex-1 basis-80 font-serif text-lg text-pretty">{front}</div>
            <State state={state} />
          </div>
          <Disclosure summary="Answer">
            <div className="grid max-w-2xl gap-2">
              <div className="font-serif text-pretty">{back}</div>
              {point && <p className="text-sm text-ink-2">Teaches the point: {point}</p>}
              <Link className="text-sm text-accent underline underline-offset-2" href={readMore}>
                Read more
              </Link>
            </div>
          </Disclosure>
          {state && (
            <CardAside item={key} isAside={state.isSuspended || state.isBuried} setAside={setAside} />
          )}
        </li>
      ))}
    </ul>
  );
}
