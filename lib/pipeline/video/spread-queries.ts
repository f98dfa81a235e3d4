/** Requests of users with a history, spread evenly over the world: what speed and recall are measured with. */

import { queryFor } from "./cards";
import type { VideoServing } from "./serving";
import type { Query } from "./types";

export function spreadQueries(serving: VideoServing, count: number): Query[] {
  const { world, watches } = serving;
  const users = Array.from({ length: world.users.size }, (_, user) => user).filter(
    (user) => (watches.offsets[user + 1] as number) > (watches.offsets[user] as number),
  );
  return Array.from({ length: count }, (_, i) =>
    queryFor(serving, {
      kind: "user",
      userId: users[Math.floor((i * users.length) / count) % users.length] as number,
    }),
  );
}
