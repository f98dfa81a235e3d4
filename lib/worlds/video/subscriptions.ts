/**
 * Who follows whom. A creator's latest uploads come from the logged catalogue only, so that what people do does not
 * depend on how many unseen videos a world has.
 */
import { POLICY_ALLOWED, type VideoCatalogue, type VideoSubscriptions } from "./types";

/** Logged, allowed videos of each creator, oldest first: entries [starts[c], starts[c + 1]) of `items`. */
export type Uploads = { readonly starts: Int32Array; readonly items: Int32Array };

export function groupUploads({
  loggedSize,
  loggedCreators,
  creator,
  policy,
  uploadDay,
}: VideoCatalogue): Uploads {
  const items = new Int32Array(loggedSize);
  let count = 0;
  for (let item = 0; item < loggedSize; item++) if (policy[item] === POLICY_ALLOWED) items[count++] = item;
  const allowed = items.subarray(0, count);
  allowed.sort(
    (a, b) =>
      (creator[a] as number) - (creator[b] as number) ||
      (uploadDay[a] as number) - (uploadDay[b] as number) ||
      a - b,
  );
  const starts = new Int32Array(loggedCreators + 1);
  for (const item of allowed)
    starts[(creator[item] as number) + 1] = (starts[(creator[item] as number) + 1] as number) + 1;
  for (let c = 0; c < loggedCreators; c++) starts[c + 1] = (starts[c + 1] as number) + (starts[c] as number);
  return { starts, items: allowed };
}

/** The video of `creator` that is `back` uploads before the latest one at `day`; -1 when there is none. */
export function latestUpload(
  { starts, items }: Uploads,
  { uploadDay }: VideoCatalogue,
  creator: number,
  day: number,
  back: number,
): number {
  const first = starts[creator] as number;
  let at = (starts[creator + 1] as number) - 1;
  while (at >= first && (uploadDay[items[at] as number] as number) > day) at--;
  return at - back >= first ? (items[at - back] as number) : -1;
}

/** Rows must be added in the order of time. Following twice changes nothing. */
export class SubscriptionBook {
  private readonly byUser: number[][];
  private readonly user: number[] = [];
  private readonly creator: number[] = [];
  private readonly day: number[] = [];

  constructor(users: number) {
    this.byUser = Array.from({ length: users }, () => []);
  }

  follow(user: number, creator: number, day: number) {
    const followed = this.byUser[user];
    if (!followed || followed.includes(creator)) return;
    followed.push(creator);
    this.user.push(user);
    this.creator.push(creator);
    this.day.push(day);
  }

  /** Creators that `user` follows, in the order of following. */
  of = (user: number): readonly number[] => this.byUser[user] ?? [];

  finish(): VideoSubscriptions {
    return {
      size: this.user.length,
      user: Int32Array.from(this.user),
      creator: Int32Array.from(this.creator),
      day: Float32Array.from(this.day),
    };
  }
}
