/**
 * Dictation with the browser's own speech recognition, as one object without React. Recognisers stop by themselves
 * after some silence; here a pause ends nothing: it is started again until the speaker says that it is enough.
 */

/** The part of the Web Speech API (W3C community draft, 2024) that is used; TypeScript's DOM types do not have it. */
export type Recogniser = {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  /** On this device alone; browsers that do not know it ignore it. */
  processLocally?: boolean;
  onresult: ((event: RecognitionEvent) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
  abort(): void;
};
type RecognitionResult = { isFinal: boolean; 0?: { transcript: string } };
export type RecognitionEvent = { resultIndex: number; results: ArrayLike<RecognitionResult> };

export type DictationProblem = "denied" | "no-microphone" | "unreachable" | "not-this-language";
export type DictationState =
  | { kind: "off" }
  | { kind: "listening"; interim: string }
  | { kind: "failed"; problem: DictationProblem };

const PROBLEMS: Readonly<Record<string, DictationProblem>> = {
  "not-allowed": "denied",
  "service-not-allowed": "denied",
  "audio-capture": "no-microphone",
  network: "unreachable",
  "language-not-supported": "not-this-language",
};

/** A recogniser that ends sooner than this after its start did not hear anything: it did not run. */
const RAN_MS = 500;
/** So many starts in a row that did not run mean that there is no use in trying. */
const MAX_FALSE_STARTS = 3;

type Hooks = {
  create(): Recogniser;
  /** Words that will not change any more. */
  onWords(words: string): void;
  onState(state: DictationState): void;
  /** Monotonic milliseconds. */
  now(): number;
};

export class Dictation {
  private recogniser: Recogniser | null = null;
  private startedAt = 0;
  private falseStarts = 0;

  constructor(private readonly hooks: Hooks) {}

  start(): void {
    if (this.recogniser) return;
    const recogniser = this.hooks.create();
    recogniser.continuous = true;
    recogniser.interimResults = true;
    recogniser.onresult = (event) => this.hear(event);
    recogniser.onerror = ({ error }) => {
      const problem = PROBLEMS[error];
      if (problem) this.fail(problem);
    };
    recogniser.onend = () => this.resume();
    this.recogniser = recogniser;
    this.falseStarts = 0;
    this.listen();
  }

  /** Ends the turn: what was heard so far stays. */
  stop(): void {
    const { recogniser } = this;
    this.recogniser = null;
    recogniser?.stop();
    this.hooks.onState({ kind: "off" });
  }

  private listen(): void {
    this.startedAt = this.hooks.now();
    this.recogniser?.start();
    this.hooks.onState({ kind: "listening", interim: "" });
  }

  private hear({ resultIndex, results }: RecognitionEvent): void {
    this.falseStarts = 0;
    let interim = "";
    for (let i = resultIndex; i < results.length; i++) {
      const result = results[i];
      const words = result?.[0]?.transcript ?? "";
      if (result?.isFinal) this.hooks.onWords(words);
      else interim += words;
    }
    if (this.recogniser) this.hooks.onState({ kind: "listening", interim: interim.trim() });
  }

  private resume(): void {
    if (!this.recogniser) return;
    const ran = this.hooks.now() - this.startedAt >= RAN_MS;
    this.falseStarts = ran ? 0 : this.falseStarts + 1;
    if (this.falseStarts >= MAX_FALSE_STARTS) this.fail("unreachable");
    else this.listen();
  }

  private fail(problem: DictationProblem): void {
    const { recogniser } = this;
    this.recogniser = null;
    recogniser?.abort();
    this.hooks.onState({ kind: "failed", problem });
  }
}
