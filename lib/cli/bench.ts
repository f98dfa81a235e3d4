/**
 * `npm run bench -- NAME [options]`: progress on stderr, one JSON object as the last line of stdout. Exit code 0 when
 * it ran, 2 with one clear line when an input is bad.
 */
import { UsageError } from "./bench/arguments";

type Bench = (argv: readonly string[]) => Promise<Record<string, unknown>>;

/** Loaded on demand, so that a wrong name answers at once. */
const BENCHES: Record<string, () => Promise<Bench>> = {
  recommend: async () => (await import("./bench/recommend")).benchRecommend,
  funnel: async () => (await import("./bench/funnel")).benchFunnel,
  ctr: async () => (await import("./bench/ctr")).benchCtr,
  rank: async () => (await import("./bench/rank")).benchRank,
  search: async () => (await import("./bench/search")).benchSearch,
  "search-world": async () => (await import("./bench/search-world")).benchSearchWorld,
  ads: async () => (await import("./bench/ads")).benchAds,
  split: async () => (await import("./bench/split-ratings")).splitRatings,
  grade: async () => (await import("./bench/grade")).benchGrade,
  "grader-card": async () => (await import("./bench/grader-card")).benchGraderCard,
  class: async () => (await import("./bench/class")).benchClass,
  peers: async () => (await import("./bench/peers")).benchPeers,
};

const BAD_INPUT = 2;

async function main(argv: readonly string[]) {
  const [name = "", ...options] = argv;
  const load = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
  const names = Object.keys(BENCHES).join(", ");
  if (!load)
    throw new UsageError(
      name ? `there is no bench "${name}"; there are: ${names}` : `name a bench: ${names}`,
    );
  const run = await load();
  const result = await run(options);
  console.log(JSON.stringify(result));
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof UsageError) {
    console.error(`bench: ${error.message}`);
    process.exitCode = BAD_INPUT;
  } else {
    console.error(error);
    process.exitCode = 1;
  }
}
