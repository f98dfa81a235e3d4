/** Cuts an estimate like "100M users * 10 / day in requests/s" into tokens. */

export type Token =
  | { kind: "number"; value: number; at: number }
  | { kind: "word"; text: string; at: number }
  | { kind: "symbol"; text: "+" | "-" | "*" | "/" | "^" | "(" | ")" | "->"; at: number };

export class EstimateError extends Error {
  constructor(
    message: string,
    /** Position in the expression, in characters. */
    readonly at: number,
  ) {
    super(message);
  }
}

const NUMBER = /^(?:\d{1,3}(?:,\d{3})+|\d[\d_]*)?(?:\.\d+)?(?:e[+-]?\d+)?/i;
const WORD = /^[\p{L}_][\p{L}\p{N}_]*/u;
/** Words and signs that people write for the four operations. */
const SYNONYMS: Record<string, "*" | "/" | "->"> = {
  x: "*",
  "×": "*",
  "·": "*",
  of: "*",
  "÷": "/",
  per: "/",
  in: "->",
  to: "->",
  "=>": "->",
};

function numberAt(rest: string): string | null {
  const match = NUMBER.exec(rest)?.[0] ?? "";
  return /\d/.test(match) ? match : null;
}

function tokenAt(rest: string, at: number): { token: Token; length: number } {
  const number = numberAt(rest);
  if (number !== null)
    return {
      token: { kind: "number", value: Number(number.replace(/[,_]/g, "")), at },
      length: number.length,
    };
  const word = WORD.exec(rest)?.[0];
  if (word !== undefined) {
    const symbol = SYNONYMS[word.toLowerCase()];
    return {
      token: symbol ? { kind: "symbol", text: symbol, at } : { kind: "word", text: word, at },
      length: word.length,
    };
  }
  if (rest[0] === "%") return { token: { kind: "word", text: "percent", at }, length: 1 };
  for (const text of ["->", "=>", "+", "-", "*", "/", "^", "(", ")", "×", "·", "÷"]) {
    if (rest.startsWith(text)) {
      const symbol = (SYNONYMS[text] ?? text) as Extract<Token, { kind: "symbol" }>["text"];
      return { token: { kind: "symbol", text: symbol, at }, length: text.length };
    }
  }
  throw new EstimateError(`"${rest[0]}" has no meaning here.`, at);
}

export function tokenize(expression: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < expression.length) {
    const rest = expression.slice(at);
    const space = /^\s+/.exec(rest)?.[0].length ?? 0;
    if (space > 0) {
      at += space;
      continue;
    }
    const { token, length } = tokenAt(rest, at);
    tokens.push(token);
    at += length;
  }
  return tokens;
}
