/**
 * Phrases by which English takes a statement back, in three places: before it ("There is no reason to ..."), after it in
 * the same clause ("... is the wrong thing to do"), and in a sentence of its own ("That is a myth."). Patterns run over
 * the words of a sentence joined by blanks, so punctuation and contractions are already gone.
 */
const ADVERBS =
  "(?:(?:really|actually|simply|just|absolutely|certainly|definitely|clearly|plainly|completely|totally|entirely|also|even|ever|at all|in fact|always|rather|usually|generally|personally|of course|still|very|quite|probably|strongly) )*";
const MODALS =
  "(?:(?:would|will|should|must|can|could|may|might|do|does|did|d|ll|am|are|is|have|has|to|going|rather|prefer|try) )*";
const ADJECTIVES =
  "wrong|false(?! (?:positives?|negatives?|alarms?))|untrue|incorrect|mistaken|unnecessary|pointless|useless|irrelevant|harmful|overkill|nonsense|silly|absurd|bogus|misguided|overrated|superfluous|needless|counterproductive|foolish|inadvisable";
const NOUNS =
  "mistake|myth|fallacy|misconception|lie|error|bad idea|terrible idea|poor idea|bad advice|bad choice|poor choice|waste of (?:time|effort|money|work)|wrong (?:thing|idea|way|choice|approach|move|decision|call|thing to do)|nonsense|rumour|rumor|red herring";
const GOOD =
  "needed|necessary|required|true|important|useful|helpful|worth|worthwhile|right|correct|so|the case|advisable|recommended|sensible|desirable|wise|a good idea|good|done|used|wanted|how|what|something|possible|allowed|the way|the right";
const OPINIONS =
  "think|believe|agree|see|want|need|care|bother|accept|recommend|suggest|plan|expect|consider|intend|support|advise|advocate|buy|hold";
const REFUSALS =
  "refuse|refrain|oppose|reject|decline|abstain|steer clear of|stay away from|(?:advise|argue|decide|vote|am|are) against|give up on|stop short of";
/** Also said of what a design filters out, so these deny only what they name, and only as an opinion. */
const AVOIDANCES = "avoid|skip|dismiss|rule out|do without|get by without|leave out|omit";
const NEVER = "(?:not|never|hardly|rarely|seldom|scarcely|barely|no longer)";

const words = (pattern: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, "gu");

/** What follows is denied, to the end of the sentence or to "but". */
const BEFORE: readonly RegExp[] = [
  `(?:i|we|you|they|one|people|experts?) ${MODALS}${ADVERBS}not ${ADVERBS}(?:${OPINIONS})`,
  `(?:it|this) (?:is|was|would be|seems) ${ADVERBS}not ${ADVERBS}(?:${GOOD}) (?:that|to|for)`,
  `no ${ADVERBS}(?:need|reason|point|use|sense|benefit|value|justification|cause|good reason|real need)`,
  `(?:nobody|no one|noone|none of us|few people) ${MODALS}${ADVERBS}(?:needs?|wants?|should|would|uses?|has|have|ought|bothers?|cares?|benefits?)`,
  `(?:it|that|this) (?:is|was|would be|seems) ${ADVERBS}(?:an? |the )?${ADVERBS}(?:${ADJECTIVES}|${NOUNS}) (?:that|to|for)`,
  `(?:disagree|doubt|deny|dispute)(?: that| with)?`,
  `(?:i|we|you|they|one|people|teams?) ${MODALS}${ADVERBS}${MODALS}(?:${REFUSALS})`,
  "it makes no sense (?:to|that|for)",
  "(?:myth|misconception|lie|fallacy|mistake|error) (?:is )?that",
].map(words);

/** What follows is denied up to the next comma. */
const BEFORE_IN_CLAUSE: readonly RegExp[] = [
  "contrary to",
  "unlike",
  "as opposed to",
  "in place of",
  "fails? to",
  "failing to",
  "refus(?:es|ed|ing) to",
  "refrain(?:s|ed|ing)? from",
  `(?:would|should|d|will|could|can|must|better|rather) ${ADVERBS}(?:${AVOIDANCES})`,
].map(words);

/** What stands before in the same clause is denied. */
const AFTER: readonly RegExp[] = [
  `(?:is|are|was|were|be|seems?|remains?|looks?|sounds?|becomes?) ${ADVERBS}(?:an? |the )?${ADVERBS}(?:(?:known|common|classic|big|serious|bad|typical|costly) )?(?:${ADJECTIVES}|${NOUNS})`,
  `(?:is|are|was|were|be|does|do|can|would|should|must|need|needs|will|has|have) ${ADVERBS}${NEVER} ${ADVERBS}(?:be |been |have to be |need to be |ever )?${ADVERBS}(?:${GOOD}|matter|help|work|apply|make sense|belong|pay off)`,
  "(?:makes?|made) (?:no|little) (?:sense|difference)",
  `(?:is|are) ${ADVERBS}(?:out of the question|of no (?:use|value|help)|no (?:use|good|help)|anything but|far from|best avoided|to be avoided|the opposite of)`,
  "(?:should|must|can|could|is best|are best|better) be (?:avoided|skipped|dropped|omitted|left out|rejected|ignored|forgotten)",
  `(?:is|are) ${ADVERBS}not (?:how|what|where|why|the way) (?:i|we|you|one|they)`,
  `(?:is|are) ${ADVERBS}(?:something|a thing|what) (?:(?:i|we|you|one) ${MODALS}${ADVERBS}(?:${REFUSALS}|${AVOIDANCES}|not|never)|nobody|no one)`,
  "(?:has|have) no (?:place|value|use|benefit|merit|point|effect)",
].map(words);

export type WordSpan = { from: number; to: number };

/** Matches of a pattern as word positions, `to` after the last word. */
function spansOf(sentence: string, patterns: readonly RegExp[]): WordSpan[] {
  return patterns.flatMap((pattern) =>
    [...sentence.matchAll(pattern)].map((match) => {
      const from = match.index === 0 ? 0 : sentence.slice(0, match.index).trimEnd().split(" ").length;
      return { from, to: from + match[0].split(" ").length };
    }),
  );
}

/** Anything that could open a denial; most sentences hold none of it and are not searched further. */
const HINT = new RegExp(
  `not|no|nobody|never|hardly|rarely|seldom|scarcely|barely|none|few|unlike|contrary|opposed|instead|place|fail|refus|refrain|avoid|skip|omit|leave out|left out|oppos|reject|declin|abstain|dismiss|rule|steer|stay|against|without|give up|stop short|disagree|doubt|den(?:y|ied)|disput|dropped|omitted|ignored|forgotten|out of|far from|anything|${ADJECTIVES}|${NOUNS}`,
);

export type Denials = {
  /** Denies the rest of the sentence. */
  before: readonly WordSpan[];
  /** Denies what follows in the clause. */
  inClause: readonly WordSpan[];
  /** Denies what stands before it in the clause. */
  after: readonly WordSpan[];
};

const NONE: Denials = { before: [], inClause: [], after: [] };

/** All denial phrases of a sentence, given as its normalised words joined by single blanks. */
export function denialsIn(sentence: string): Denials {
  if (!HINT.test(sentence)) return NONE;
  return {
    before: spansOf(sentence, BEFORE),
    inClause: spansOf(sentence, BEFORE_IN_CLAUSE),
    after: spansOf(sentence, AFTER),
  };
}

const LONGEST_REJOINDER = 12;
const ABOUT_WHAT_WAS_SAID =
  /^(?:the (?:opposite|contrary|reverse)|this|that|these|those|they|it|all (?:of )?(?:this|that|it)|none|neither|nothing|such|i|we|but|yet|no|not|nobody|wrong|false|nonsense|which|in fact|in (?:truth|reality)|actually|quite|far|on the contrary|do not|never)\b/u;
const REJOINDER = new RegExp(
  `\\b(?:${ADJECTIVES}|${NOUNS}|disagree|the opposite|the contrary|not (?:${GOOD}|at all|really|agree|believe|do (?:that|this|it|so|any)|like that)|none of (?:this|that|it)|never do (?:that|this|it)|no such|far from it|rubbish|rejects? (?:that|this|it)|doubt (?:that|this|it))\\b|^(?:no|wrong|false|not so|never|hardly)$`,
  "u",
);

/** A short sentence that takes back the one before it: "That is wrong.", "I do not believe it.", "Not so." */
export const takesBack = (sentence: string): boolean =>
  sentence.split(" ").length <= LONGEST_REJOINDER &&
  ABOUT_WHAT_WAS_SAID.test(sentence) &&
  REJOINDER.test(sentence);

const LABEL =
  "(?:common |popular |a )?(?:myth|misconception|mistake|false|wrong|untrue|not true|anti-?pattern|fallacy|do not|don['\u2019]t)s?\\b[^.!?:]{0,20}";
const VERDICT =
  "[^.!?:]{0,60}\\b(?:is|are|be) (?:false|wrong|untrue|incorrect|not true|a myth|myths|mistakes?)\\b[^.!?:]{0,30}";
const REFUSED =
  "[^.!?:]{0,40}\\b(?:the opposite|the reverse|(?:would|should|will|do|must|can) (?:not|never) (?:do|say|claim|want|need|use)|(?:avoid|reject|refuse|skip|oppose|disagree with|nobody needs|no one needs|no need for|never) (?:this|that|it|these|the following|what follows))\\b[^.!?:]{0,30}";

const ANNOUNCED = new RegExp(`^[\\s*_>#-]*(?:${LABEL}|${VERDICT}|${REFUSED}):`, "iu");

/** A label or lead-in under which statements are given as wrong ones: "Myth: ...", "The following is false: ..." */
export const announcesWrong = (text: string): boolean => ANNOUNCED.test(text);
