/** Who follows whom at a moment: the world's subscriptions, grouped by user once. */
import type { VideoSubscriptions } from "@/lib/worlds/video/types";

/** Creators followed by user u are entries [offsets[u], offsets[u + 1]), in the order of following. */
export type Followings = {
  readonly offsets: Int32Array;
  readonly creators: Int32Array;
  readonly days: Float32Array;
};

export function groupFollowings(subscriptions: VideoSubscriptions, users: number): Followings {
  const { size, user, creator, day } = subscriptions;
  const offsets = new Int32Array(users + 1);
  for (let row = 0; row < size; row++)
    offsets[(user[row] as number) + 1] = (offsets[(user[row] as number) + 1] as number) + 1;
  for (let u = 0; u < users; u++) offsets[u + 1] = (offsets[u + 1] as number) + (offsets[u] as number);
  const next = offsets.slice();
  const creators = new Int32Array(size);
  const days = new Float32Array(size);
  for (let row = 0; row < size; row++) {
    const at = next[user[row] as number] as number;
    next[user[row] as number] = at + 1;
    creators[at] = creator[row] as number;
    days[at] = day[row] as number;
  }
  return { offsets, creators, days };
}

const known = new WeakMap<VideoSubscriptions, Followings>();

/** Creators that `user` followed before `day`, in the order of following. */
export function followedBefore(
  world: { readonly subscriptions: VideoSubscriptions; readonly users: { readonly size: number } },
  user: number,
  day: number,
): Int32Array {
  let followings = known.get(world.subscriptions);
  if (!followings) {
    followings = groupFollowings(world.subscriptions, world.users.size);
    known.set(world.subscriptions, followings);
  }
  const { offsets, creators, days } = followings;
  const from = offsets[user] as number;
  let to = from;
  while (to < (offsets[user + 1] as number) && (days[to] as number) < day) to++;
  return creators.subarray(from, to);
}
