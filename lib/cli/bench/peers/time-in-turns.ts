/**
 * Times several ways of doing the same in turns, so that a busy moment of the machine hits all of them. Each turn makes
 * some calls in a row: a runtime that serves requests has its own data in the caches, not a rival's.
 */
import { summariseTimes, type Timing } from "@/lib/pipeline/workers/timing";
import { attempt, hasFailed, type Outcome } from "./outcome";

export type Method = {
  readonly name: string;
  /** The call with number `call`, from 0; what it returns is thrown away. */
  run(call: number): unknown;
};

export type Turns = {
  /** Calls of each method before the clock starts: engines compile what runs often, which takes some calls. */
  readonly warmUpCalls: number;
  readonly rounds: number;
  readonly callsPerRound: number;
};

/** Milliseconds per call by name. A method that throws drops out, with the reason. */
export async function timeInTurns(
  methods: readonly Method[],
  { warmUpCalls, rounds, callsPerRound }: Turns,
): Promise<Map<string, Outcome<Timing>>> {
  const results = new Map<string, Outcome<Timing>>();
  const times = new Map<string, number[]>(methods.map(({ name }) => [name, []]));
  const callInTurn = async ({ name, run }: Method, round: number) => {
    for (let i = 0; i < callsPerRound; i++) {
      const start = performance.now();
      await run(round * callsPerRound + i);
      times.get(name)?.push(performance.now() - start);
    }
  };
  for (const { name, run } of methods) {
    const warm = await attempt(async () => {
      for (let call = 0; call < warmUpCalls; call++) await run(call);
    });
    if (warm && hasFailed(warm)) results.set(name, warm);
  }
  for (let round = 0; round < rounds; round++)
    for (const i of methods.keys()) {
      // Another one begins each round.
      const method = methods[(i + round) % methods.length] as Method;
      if (results.has(method.name)) continue;
      const turn = await attempt(() => callInTurn(method, round));
      if (turn && hasFailed(turn)) results.set(method.name, turn);
    }
  for (const [name, measured] of times) if (!results.has(name)) results.set(name, summariseTimes(measured));
  return results;
}
