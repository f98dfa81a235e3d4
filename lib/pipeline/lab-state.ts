/**
 * The address of a lab, for any world: all that a lab shows follows from its state, and the state lies in the URL, so
 * that the same address gives the same result. Reading never fails: each parameter that is missing or wrong falls back
 * to its default on its own. Only differences from the defaults are written, so an untouched lab has a clean address.
 */
import * as z from "zod";

/** What is unfolded: it changes nothing in a run, and comes back with the address all the same. */
export type LabOpen<Step extends string = string, Panel extends string = string> = {
  step: Step | null;
  panel: Panel | null;
  item: number | null;
};

/** What every lab's state holds; a world adds its seeds, sizes, audience and models. */
export type BaseLabState = { knobs: unknown; open: LabOpen };

/** A number written in decimal; "" and anything else is as good as absent. */
export const toNumber = (text: unknown) =>
  typeof text === "string" && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
export const toList = (text: unknown) => (typeof text === "string" && text !== "" ? text.split(",") : []);

/** A number that `field` accepts. */
export const numberParam = (field: z.ZodType<number>, fallback: number) =>
  z.preprocess(toNumber, field).catch(fallback);

/** A whole number from 0 on, or nothing. */
export const optionalNumberParam = () =>
  z.preprocess(toNumber, z.number().int().nonnegative().optional()).catch(undefined);

/** "on" or "off". */
export const flagParam = (fallback: boolean) =>
  z
    .enum(["on", "off"])
    .catch(fallback ? "on" : "off")
    .transform((text) => text === "on");
export const formatFlag = (isOn: boolean): string => (isOn ? "on" : "off");

/** Names out of `names`, separated by commas; none when one of them is unknown. */
export const namesParam = <const Names extends readonly string[]>(names: Names) =>
  z.preprocess(toList, z.array(z.enum(names))).catch([]);

/** Whole numbers separated by commas, at most `limit`; nothing when absent or wrong. */
export const numbersParam = (limit: number) =>
  z
    .string()
    .transform((text) => toList(text).map(Number))
    .pipe(z.array(z.number().int().nonnegative()).max(limit))
    .optional()
    .catch(undefined);

/** "step-rank,worth,item-812": one step, one panel and one story of the slate may be open; the rest is ignored. */
export function openParam<Step extends string, Panel extends string>(
  steps: readonly Step[],
  panels: readonly Panel[],
) {
  return z
    .string()
    .default("")
    .transform((text) => {
      const open: LabOpen<Step, Panel> = { step: null, panel: null, item: null };
      for (const token of toList(text)) {
        const step = steps.find((name) => token === `step-${name}`);
        const panel = panels.find((name) => token === name);
        const item = /^item-(\d{1,7})$/.exec(token)?.[1];
        if (step) open.step = step;
        if (panel) open.panel = panel;
        if (item !== undefined) open.item = Number(item);
      }
      return open;
    });
}

export function formatOpen({ step, panel, item }: LabOpen): string {
  return [step && `step-${step}`, panel, item !== null && `item-${item}`].filter(Boolean).join(",");
}

export type LabStateCodec<State> = {
  /** What an empty address means. */
  readonly defaults: State;
  parseLabState(search: URLSearchParams): State;
  /**
   * The query string without its question mark; "" for the defaults. Commas stay readable. `always` names parameters
   * that are written even when they are at their default, for a link that must not depend on the device that opens it.
   */
  formatLabState(state: State, always?: readonly string[]): string;
};

/** `toParams` lists every parameter in the order in which they are written; `isSaid`: one that is written even when it is "". */
export function createLabStateCodec<State>({
  parse,
  toParams,
  isSaid = () => false,
}: {
  readonly parse: (params: Record<string, string>) => State;
  readonly toParams: (state: State) => Record<string, string>;
  readonly isSaid?: (name: string, value: string) => boolean;
}): LabStateCodec<State> {
  const parseLabState = (search: URLSearchParams) => parse(Object.fromEntries(search));
  const defaults = parseLabState(new URLSearchParams());
  const defaultParams = toParams(defaults);
  return {
    defaults,
    parseLabState,
    formatLabState(state, always = []) {
      const search = new URLSearchParams();
      for (const [name, value] of Object.entries(toParams(state))) {
        const isDifferent = value !== (defaultParams[name] ?? "") || isSaid(name, value);
        if (isDifferent || always.includes(name)) search.set(name, value);
      }
      return search.toString().replaceAll("%2C", ",");
    },
  };
}
