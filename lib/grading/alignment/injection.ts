/**
 * Text that speaks to the grader instead of answering. This grader cannot be talked to, so such text simply earns
 * nothing; it is flagged so that a person can look. Narrow on purpose: design sentences ("ignore previous clicks")
 * must pass.
 */
const PATTERNS: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override)\b.{0,30}\b(?:previous|prior|above|earlier|all|your|the)\b.{0,20}\b(?:instructions?|prompts?|rubrics?|guidelines|directives)\b/i,
  /\b(?:give|award|grant|assign|return|output)\b.{0,40}\b(?:full|maximum|max|top|perfect|highest)\s+(?:marks?|credit|scores?|points|grades?)\b/i,
  /\b(?:mark|grade|rate|score|count|treat)\b.{0,30}\b(?:answer|response|submission|points?|criteria|everything)\b.{0,30}\b(?:as|with)\s+(?:explained|met|correct|complete|covered|passed|full|100|perfect)\b/i,
  /\b(?:as|dear|attention|note to|message to|hello|hey)\s+(?:the\s+|an?\s+)?(?:grader|examiner|evaluator|judge|grading (?:system|model)|ai|language model)\b/i,
  /\byou are (?:now )?(?:an?|the)\b.{0,30}\b(?:grader|examiner|evaluator|assistant|language model)\b/i,
  /(?:^|\n)\s*(?:<\/?|\[)?(?:system|assistant)(?:>|\]|\s*(?:prompt|message|override)?\s*:)/i,
  /\bscore\s*[:=]\s*(?:1(?:\.0+)?|100\s*%|10\/10)\b/i,
];

export function looksLikeInjection(text: string): boolean {
  const plain = text.normalize("NFKC").replace(/\p{Cf}/gu, "");
  return PATTERNS.some((pattern) => pattern.test(plain));
}
