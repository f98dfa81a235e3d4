/** Options of the commands: `--name value` pairs, checked against what a command takes. */

/** A mistake of the caller: printed as one line, exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export type OptionSpec = {
  readonly kind: "file" | "text" | "integer";
  /** Used when the option is not given; an option without fallback is required. */
  readonly fallback?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  /** The only values allowed. */
  readonly choices?: readonly string[];
};

/** Values by option name. Throws a UsageError for unknown, repeated, missing or malformed options. */
export function parseOptions(
  argv: readonly string[],
  specs: Readonly<Record<string, OptionSpec>>,
): Record<string, string> {
  const values: Record<string, string> = {};
  const known = Object.keys(specs).map((name) => `--${name}`);
  for (let i = 0; i < argv.length; i += 2) {
    const flag = argv[i] ?? "";
    const name = flag.slice(2);
    if (!flag.startsWith("--") || !Object.hasOwn(specs, name))
      throw new UsageError(`unknown option ${flag}; this command takes ${known.join(", ") || "no options"}`);
    if (name in values) throw new UsageError(`option ${flag} is given twice`);
    const value = argv[i + 1];
    if (value === undefined) throw new UsageError(`option ${flag} needs a value`);
    values[name] = value;
  }
  for (const [name, spec] of Object.entries(specs)) {
    const value = values[name] ?? spec.fallback;
    if (value === undefined) throw new UsageError(`option --${name} is required`);
    checkValue(name, value, spec);
    values[name] = value;
  }
  return values;
}

function checkValue(name: string, value: string, { kind, minimum, maximum, choices }: OptionSpec) {
  if (choices && !choices.includes(value))
    throw new UsageError(`--${name} must be one of ${choices.join(", ")}, not ${value}`);
  if (kind !== "integer") return;
  const number = Number(value);
  const low = minimum ?? 1;
  const high = maximum ?? Number.MAX_SAFE_INTEGER;
  if (!/^\d+$/.test(value) || number < low || number > high)
    throw new UsageError(`--${name} must be a whole number from ${low} to ${high}, not ${value}`);
}
