/**
 * Evaluates one estimate. Grammar, loosest first:
 *
 *   estimate = sum ["in" product]
 *   sum      = product {("+" | "-") product}
 *   product  = group {("*" | "/") group}
 *   group    = factor {word}                a number and the units behind it hold together: 1 / 2 s is 1 / (2 s)
 *   factor   = ["-"] atom ["^" number]           a whole number, where the atom has a unit
 *   atom     = number | word | function "(" sum ")" | "(" sum ")"
 */
import { describeDimensions } from "./format";
import { EstimateError, type Token, tokenize } from "./tokens";
import { divide, multiply, plainNumber, power, type Quantity, sameDimensions, unitOf } from "./units";

/** The value, and the unit that was asked for with "in", as written. */
export type Evaluated = Quantity & { unit: { text: string; value: number } | null };
export type EstimateResult = { ok: true; result: Evaluated } | { ok: false; message: string; at: number };

const MAX_NESTING = 40;

const FUNCTIONS: Record<string, (value: number) => number> = {
  ceil: Math.ceil,
  floor: Math.floor,
  round: Math.round,
};
/** Make sense of plain numbers only: the logarithm of a second is nothing. */
const PLAIN_FUNCTIONS: Record<string, (value: number) => number> = {
  log2: Math.log2,
  ln: Math.log,
  exp: Math.exp,
  sqrt: Math.sqrt,
};

class Parser {
  private position = 0;
  private depth = 0;
  constructor(
    private readonly tokens: readonly Token[],
    private readonly source: string,
    private readonly variables: ReadonlyMap<string, Quantity>,
  ) {}

  estimate(): Evaluated {
    if (this.tokens.length === 0) throw new EstimateError("Nothing to work out yet.", 0);
    const quantity = this.sum();
    const unit = this.take("->") ? this.targetUnit(quantity) : null;
    const left = this.peek();
    if (left)
      throw new EstimateError(`Did not expect "${this.source.slice(left.at).split(/\s/)[0]}" here.`, left.at);
    if (!Number.isFinite(quantity.value)) throw new EstimateError("This divides by zero or is too large.", 0);
    return { ...quantity, unit };
  }

  private targetUnit(quantity: Quantity): { text: string; value: number } {
    const start = this.peek()?.at ?? this.source.length;
    const unit = this.product();
    if (!sameDimensions(unit.dimensions, quantity.dimensions)) {
      const [from, to] = [describeDimensions(quantity.dimensions), describeDimensions(unit.dimensions)];
      throw new EstimateError(`${from} cannot be shown in ${to}.`, start);
    }
    return { text: this.source.slice(start).trim(), value: unit.value };
  }

  private peek(): Token | undefined {
    return this.tokens[this.position];
  }

  private take(symbol: string): boolean {
    const token = this.peek();
    if (token?.kind !== "symbol" || token.text !== symbol) return false;
    this.position += 1;
    return true;
  }

  private sum(): Quantity {
    let total = this.product();
    for (;;) {
      const at = this.peek()?.at ?? 0;
      const sign = this.take("+") ? 1 : this.take("-") ? -1 : 0;
      if (sign === 0) return total;
      const next = this.product();
      if (!sameDimensions(total.dimensions, next.dimensions)) {
        const [a, b] = [describeDimensions(total.dimensions), describeDimensions(next.dimensions)];
        throw new EstimateError(`${a} and ${b} cannot be added.`, at);
      }
      total = { ...total, value: total.value + sign * next.value };
    }
  }

  private product(): Quantity {
    let result = this.group();
    for (;;) {
      if (this.take("*")) result = multiply(result, this.group());
      else if (this.take("/")) result = divide(result, this.group());
      else return result;
    }
  }

  private group(): Quantity {
    let result = this.factor();
    while (this.peek()?.kind === "word") result = multiply(result, this.factor());
    return result;
  }

  private factor(): Quantity {
    const negative = this.take("-");
    const atom = this.atom();
    const signed = negative ? { ...atom, value: -atom.value } : atom;
    if (!this.take("^")) return signed;
    const at = this.peek()?.at ?? this.source.length;
    const minus = this.take("-");
    const exponent = this.peek();
    if (exponent?.kind !== "number") throw new EstimateError("A power needs a number.", at);
    const isPlain = sameDimensions(signed.dimensions, {});
    if (exponent.value > 1000 || !(isPlain || Number.isInteger(exponent.value)))
      throw new EstimateError("A power is at most 1000, and whole for anything with a unit.", at);
    this.position += 1;
    return power(signed, minus ? -exponent.value : exponent.value);
  }

  private atom(): Quantity {
    const token = this.peek();
    if (!token) throw new EstimateError("Something is missing at the end.", this.source.length);
    this.position += 1;
    if (token.kind === "number") return plainNumber(token.value);
    if (token.kind === "word") return this.word(token.text, token.at);
    if (token.text === "(") return this.bracket(token.at);
    throw new EstimateError(`A number or a unit is missing before "${token.text}".`, token.at);
  }

  private bracket(at: number): Quantity {
    this.depth += 1;
    if (this.depth > MAX_NESTING) throw new EstimateError("Too many brackets.", at);
    const inner = this.sum();
    if (!this.take(")")) throw new EstimateError("A bracket is not closed.", at);
    this.depth -= 1;
    return inner;
  }

  private word(text: string, at: number): Quantity {
    const next = this.peek();
    const name = text.toLowerCase();
    const apply = FUNCTIONS[name] ?? PLAIN_FUNCTIONS[name];
    if (apply && next?.kind === "symbol" && next.text === "(") {
      this.position += 1;
      const inner = this.bracket(next.at);
      if (!FUNCTIONS[name] && !sameDimensions(inner.dimensions, {}))
        throw new EstimateError(
          `${text} needs a plain number, not ${describeDimensions(inner.dimensions)}.`,
          at,
        );
      return { ...inner, value: apply(inner.value) };
    }
    const variable = this.variables.get(text.toLowerCase());
    if (variable) return variable;
    const unit = unitOf(text);
    if (!unit) throw new EstimateError('Write "M" for million or "min" for minutes.', at);
    return unit;
  }
}

/** Never throws: what cannot be worked out comes back as a message with its place in the expression. */
export function evaluateEstimate(
  expression: string,
  variables: ReadonlyMap<string, Quantity> = new Map(),
): EstimateResult {
  try {
    return { ok: true, result: new Parser(tokenize(expression), expression, variables).estimate() };
  } catch (error) {
    if (error instanceof EstimateError) return { ok: false, message: error.message, at: error.at };
    throw error;
  }
}
