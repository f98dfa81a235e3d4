/**
 * Brings the worker up to the wanted state, part by part. A part is made anew when its key differs from the one held,
 * and then all that was made from it is made anew too.
 */
import type { LabCore } from "@/components/lab/core/lab-core";
import type { Held, Job, LabShape, Part } from "@/components/lab/core/lab-types";

function isMissing<Shape extends LabShape>(part: Part<Shape>, core: LabCore<Shape>, held: Held<Shape>) {
  const key = part.key(core.view.state);
  return key !== null && held[part.name] !== key;
}

function without<Shape extends LabShape>(held: Held<Shape>, names: readonly Shape["part"][]): Held<Shape> {
  return { ...held, ...Object.fromEntries(names.map((name) => [name, null])) };
}

/** The long parts that a run would make now, in order. */
function longParts<Shape extends LabShape>(core: LabCore<Shape>): Part<Shape>[] {
  let { held } = core;
  return core.definition.parts.filter((part) => {
    if (!isMissing(part, core, held)) return false;
    held = without(held, part.clears);
    return part.isLong;
  });
}

/** Makes one part, to be held under `key`. What is begun and not finished is not held. */
export async function makePart<Shape extends LabShape>(
  job: Job<Shape>,
  part: Part<Shape>,
  key: string | null,
): Promise<void> {
  const { core } = job;
  if (!part.keepsOld) core.held = without(core.held, [part.name, ...part.clears]);
  await part.make(job);
  core.held = { ...without(core.held, part.clears), [part.name]: key };
}

/** Makes what is missing. On a cancel or a failure, whatever was finished before is held. */
export async function bringUp<Shape extends LabShape>(job: Job<Shape>): Promise<void> {
  const { core, signal } = job;
  const waiting = longParts(core);
  for (const part of core.definition.parts) {
    if (!isMissing(part, core, core.held)) continue;
    signal.throwIfAborted();
    if (part.isLong) {
      const index = waiting.indexOf(part);
      const step = waiting.length > 1 && index >= 0 ? { number: index + 1, of: waiting.length } : null;
      core.update({ phase: "starting", fraction: null, step });
    }
    await makePart(job, part, part.key(core.view.state));
  }
}

/** The part of every lab whose state names a backend: the model runtime. A new worker computes on "wasm" untold. */
export function backendPart<Shape extends LabShape & { state: { backend: "wasm" | "webgl" | "webgpu" } }>(
  name: Shape["part"],
  clears: readonly Shape["part"][],
): Part<Shape> {
  return {
    name,
    key: ({ backend }) => backend,
    clears,
    isLong: true,
    initial: "wasm",
    async make({ core, tools: { client }, signal }) {
      const { backend } = core.view.state;
      core.update({ activity: `Starting the model runtime on ${backend}` });
      const { refusal } = await client.call("start", { backend }, { signal });
      core.notice("backend", refusal ?? null);
    },
  };
}
