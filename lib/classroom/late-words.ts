/** Lateness in words: "2 d 3 h", "15 min", "1 s". Two units at most, as a reader needs no more. */
const UNITS = [
  { seconds: 86_400, word: "d" },
  { seconds: 3_600, word: "h" },
  { seconds: 60, word: "min" },
  { seconds: 1, word: "s" },
] as const;

/** Begun units of the smaller kind are left out: 1 d 7 h 59 min is "1 d 7 h". */
export function lateWords(totalSeconds: number): string {
  const index = UNITS.findIndex(({ seconds }) => totalSeconds >= seconds);
  const [large, small] = index === -1 ? [] : UNITS.slice(index, index + 2);
  if (!large) return "0 s";
  const first = Math.floor(totalSeconds / large.seconds);
  const rest = small ? Math.floor((totalSeconds - first * large.seconds) / small.seconds) : 0;
  return rest > 0 && small ? `${first} ${large.word} ${rest} ${small.word}` : `${first} ${large.word}`;
}
