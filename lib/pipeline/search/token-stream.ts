/** The terms of many texts, one after the other in one array: text d is [offsets[d], offsets[d + 1]). */

export type TokenStream = {
  /** Term numbers in the order of the text. */
  readonly tokens: Int32Array;
  /** [texts + 1]. */
  readonly offsets: Int32Array;
};

export const tokensOf = ({ tokens, offsets }: TokenStream, text: number): Int32Array =>
  tokens.subarray(offsets[text], offsets[text + 1]);

/** Grows as tokens come; `end` closes a text. */
export class TokenStreamBuilder {
  private tokens = new Int32Array(1 << 12);
  private count = 0;
  private readonly ends: number[] = [0];

  add(term: number): void {
    if (this.count === this.tokens.length) {
      const larger = new Int32Array(this.tokens.length * 2);
      larger.set(this.tokens);
      this.tokens = larger;
    }
    this.tokens[this.count++] = term;
  }

  end(): void {
    this.ends.push(this.count);
  }

  build(): TokenStream {
    return { tokens: this.tokens.slice(0, this.count), offsets: Int32Array.from(this.ends) };
  }
}

/** Text d of the result is text d of the first followed by text d of the second. */
export function joinStreams(first: TokenStream, second: TokenStream): TokenStream {
  const texts = first.offsets.length - 1;
  const tokens = new Int32Array(first.tokens.length + second.tokens.length);
  const offsets = new Int32Array(texts + 1);
  for (let text = 0, at = 0; text < texts; text++) {
    for (const part of [tokensOf(first, text), tokensOf(second, text)]) {
      tokens.set(part, at);
      at += part.length;
    }
    offsets[text + 1] = at;
  }
  return { tokens, offsets };
}
