/** Ten for one user of an imported file, with what they rated and what speaks for each of the ten. */
import { AppError } from "@/lib/errors";
import { CANDIDATES } from "./candidates";
import type { SplitName, Trained } from "./engine";

const SLATE = 10;
const SHOWN_HISTORY = 60;
const REASONS = 2;

type NamedItem = { readonly id: string; readonly title: string | null };
export type RatingsSlate = {
  readonly user: string;
  readonly split: SplitName;
  readonly history: readonly (NamedItem & { readonly rating: number; readonly time: number })[];
  readonly historyCount: number;
  readonly heldOutCount: number;
  readonly slate: readonly (NamedItem & {
    readonly isHeldOut: boolean;
    readonly retrievedAt: number;
    readonly ratedBy: number;
    readonly because: readonly NamedItem[];
  })[];
};
export type RatingUsers = {
  readonly total: number;
  readonly users: readonly { readonly user: string; readonly rated: number; readonly heldOut: number }[];
};

const ratedOf = ({ held }: Trained, user: number) =>
  (held.train.offsets[user + 1] as number) - (held.train.offsets[user] as number);
const heldOutOf = ({ held }: Trained, user: number) => held.relevantOf.get(user)?.size ?? 0;

/** Users with rows that took part, whose id contains `text`; those with most training ratings first. */
export function listRatingUsers(trained: Trained, text: string, limit: number): RatingUsers {
  const wanted = text.trim().toLowerCase();
  const found = Array.from(trained.table.users.keys()).filter(
    (user) =>
      ratedOf(trained, user) + heldOutOf(trained, user) > 0 &&
      (trained.table.users[user] ?? "").toLowerCase().includes(wanted),
  );
  const isExact = (user: number) => Number((trained.table.users[user] ?? "").toLowerCase() === wanted);
  found.sort((a, b) => isExact(b) - isExact(a) || ratedOf(trained, b) - ratedOf(trained, a) || a - b);
  return {
    total: found.length,
    users: found.slice(0, limit).map((user) => ({
      user: trained.table.users[user] ?? "",
      rated: ratedOf(trained, user),
      heldOut: heldOutOf(trained, user),
    })),
  };
}

export function recommendFor(
  trained: Trained,
  name: string,
  titleOf: (item: string) => string | null,
): RatingsSlate {
  const { held, table, pipeline } = trained;
  const user = table.users.indexOf(name);
  if (user < 0) throw new AppError("invalid-input", `There is no user ${name} in this file.`);
  const { evidence } = pipeline;
  const nameItem = (item: number): NamedItem => {
    const id = table.items[item] ?? "";
    return { id, title: titleOf(id) };
  };
  const found = evidence.of(user);
  const retrieved = pipeline.retrieve(found, CANDIDATES);
  const placeOf = new Map(Array.from(retrieved, (index, place) => [index, place + 1]));
  const relevant = held.relevantOf.get(user);
  const from = held.train.offsets[user] as number;
  const to = held.train.offsets[user + 1] as number;
  const rows = Array.from({ length: Math.min(SHOWN_HISTORY, to - from) }, (_, back) => to - 1 - back);
  return {
    user: name,
    split: trained.split,
    history: rows.map((row) => ({
      ...nameItem(held.train.itemOf[row] as number),
      rating: held.train.ratings[row] as number,
      time: held.train.times[row] as number,
    })),
    historyCount: to - from,
    heldOutCount: relevant?.size ?? 0,
    slate: Array.from(pipeline.rank(found, retrieved).subarray(0, SLATE), (index) => {
      const item = evidence.catalogue.itemOf[index] as number;
      return {
        ...nameItem(item),
        isHeldOut: relevant?.has(item) ?? false,
        retrievedAt: placeOf.get(index) ?? 0,
        ratedBy: evidence.popularity.counts[index] as number,
        because: evidence
          .reasons(found.history, index, REASONS)
          .map((reason) => nameItem(evidence.catalogue.itemOf[reason] as number)),
      };
    }),
  };
}
