/** One world's designs: which decisions there are, a plain baseline, and what of a design its lab can run. */
import * as z from "zod";
import type { DesignField, DesignOf } from "./fields";

/** What the decisions of a design set in the lab of its world. */
export type DesignInLab = {
  /** Query string of the lab; empty when nothing that was decided differs from the lab's own state. */
  readonly query: string;
  /** Ids of the decisions that the lab shows. */
  readonly shown: readonly string[];
  /** Decided, but without a knob. */
  readonly notShown: readonly string[];
};

export type Decisions = Readonly<Record<string, unknown>>;
/** Parameters of a lab's address. */
export type LabParams = Record<string, string | number>;

export type WorldDesign = {
  readonly fields: readonly DesignField[];
  /** A plain whole design: what a choice that nobody made is compared with. */
  readonly baseline: Readonly<Record<string, string | number>>;
  inLab(decisions: Decisions): DesignInLab;
};

/** What a design sets in its lab, gathered choice by choice. */
export class LabSettings {
  readonly params: LabParams = {};
  readonly shown: string[] = [];
  readonly #off: string[] = [];

  /** The lab shows this decision by these parameters; a parameter at the lab's own value is left out of the address. */
  show(id: string, params: Readonly<Record<string, string | number | undefined>> = {}): void {
    this.shown.push(id);
    for (const [name, value] of Object.entries(params)) if (value !== undefined) this.params[name] = value;
  }
  /** Parts that the design does without. */
  off(parts: readonly string[] | undefined): void {
    this.#off.push(...(parts ?? []));
  }
  /** `decided` are the ids of all decisions that were made, in the order of the fields. */
  finish(decided: readonly string[]): DesignInLab {
    const params = { ...this.params, ...(this.#off.length > 0 && { off: this.#off.join(",") }) };
    return {
      query: Object.entries(params)
        .map(([name, value]) => `${name}=${value}`)
        .join("&"),
      shown: this.shown,
      notShown: decided.filter((id) => !this.shown.includes(id)),
    };
  }
}

/**
 * A world's design from its fields. `show` tells the lab what was decided; it gets valid choices only: values of an
 * older or foreign schema are left out.
 */
export function defineDesign<const Fields extends readonly DesignField[]>(
  fields: Fields,
  baseline: DesignOf<Fields>,
  show: (design: Partial<DesignOf<Fields>>, settings: LabSettings) => void,
): WorldDesign {
  return {
    fields,
    baseline: baseline as WorldDesign["baseline"],
    inLab(decisions) {
      const design = readDecisions(fields, decisions);
      const settings = new LabSettings();
      show(design as Partial<DesignOf<Fields>>, settings);
      return settings.finish(fields.map(({ id }) => id).filter((id) => design[id] !== undefined));
    },
  };
}

const fieldOf = (fields: readonly DesignField[], id: string) => fields.find((field) => field.id === id);

/** What a field accepts. */
export function valueSchema(field: DesignField): z.ZodType<string | number> {
  return field.kind === "number"
    ? z.number().int().min(field.min).max(field.max)
    : z.enum(field.options.map(({ value }) => value));
}

/** The valid choices among what was decided. */
export function readDecisions(
  fields: readonly DesignField[],
  decisions: Decisions,
): Record<string, string | number> {
  const read: Record<string, string | number> = {};
  for (const [id, value] of Object.entries(decisions)) {
    const field = fieldOf(fields, id);
    const parsed = field && valueSchema(field).safeParse(value);
    if (parsed?.success) read[id] = parsed.data;
  }
  return read;
}

/** True when `value` may be stored for the decision `id`; null takes a choice back. */
export function isOffered(fields: readonly DesignField[], id: string, value: unknown): boolean {
  const field = fieldOf(fields, id);
  return field !== undefined && (value === null || valueSchema(field).safeParse(value).success);
}
