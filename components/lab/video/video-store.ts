/** The video lab: the mechanism of every lab (../core), and what only it can do: viewers, histories, lists of the index. */
import { LabStore } from "@/components/lab/core/lab-store";
import type { LabDefinition } from "@/components/lab/core/lab-types";
import { audienceOf, videoParts, worldKey } from "@/components/lab/video/video-parts";
import type { VideoLabShape, VideoLabStart, VideoLive } from "@/components/lab/video/video-view";
import type { OutcomeContent } from "@/lib/classroom/evidence/outcome";
import { AppError } from "@/lib/errors";
import type { Knobs } from "@/lib/pipeline/video/knobs";
import type { LabState } from "@/lib/pipeline/video/lab-state";
import type { SlateEffect, UserSummary, VideoCard } from "@/lib/pipeline/video/trace";
import type { Audience } from "@/lib/pipeline/workers/calls/world-calls";
import type { BackendName } from "@/lib/pipeline/workers/protocol";

export type Variant = { id: string; knobs: Knobs };

function defineVideoLab(
  start: VideoLabStart,
  importLive: () => Promise<VideoLive>,
): LabDefinition<VideoLabShape> {
  const { state, card, user, recommendation } = start;
  return {
    start: {
      state,
      points: card.curve,
      own: {
        recommendation,
        baseline: recommendation,
        user,
        history: user.history.map((entry) => entry.card),
        card,
        measured: null,
        isMeasuring: false,
        lists: null,
      },
    },
    importLive,
    parts: videoParts(start),
    waits: ["items"],
    adopt: ({ audience }) => (audience?.kind === "history" ? { history: [] } : {}),
    isUp: (held, shown) => held.world === worldKey(shown) && held.models !== null,
    restore: { model: "shipped", seed: card.world.seed },
  };
}

export class VideoLabStore extends LabStore<VideoLabShape> {
  readonly #start: VideoLabStart;

  constructor(start: VideoLabStart, importLive: () => Promise<VideoLive>) {
    super(defineVideoLab(start, importLive));
    this.#start = start;
  }

  /** Another world of the same seed: the logged part, and so the models, stay the same. */
  setItems(items: number): void {
    this.core.notice("device", null);
    this.change({ items });
  }
  setBackend(backend: BackendName): void {
    this.change({ backend });
  }
  /** Lists of the index; 0: a number that fits the catalogue. */
  setLists(lists: number): void {
    this.change({ lists });
  }
  chooseUser(userId: number): void {
    this.core.notice("audience", null);
    this.change({ audience: { kind: "user", userId } });
  }
  /** Counts as watched just now. The stored run knows only the newest part of a history: edits wait for all of it. */
  async addToHistory(card: VideoCard): Promise<void> {
    await this.whenLive(() => this.#setHistory([card, ...this.getView().history]));
  }
  /** `index` counts from the newest. */
  async removeFromHistory(index: number): Promise<void> {
    await this.whenLive(() => this.#setHistory(this.getView().history.toSpliced(index, 1)));
  }
  train(training: LabState["training"], seed: number): void {
    this.change({ training, seed, model: "own" });
  }
  async listUsers(offset: number, limit: number): Promise<{ total: number; users: UserSummary[] }> {
    return (await this.core.load()).client.call("list-users", { offset, limit });
  }
  async findVideos(text: string): Promise<VideoCard[]> {
    return (await this.core.load()).client.call("find-videos", { text, limit: 12 });
  }
  /** Whom the present slate is for. */
  audience(): Audience {
    return audienceOf(this.getView().state, this.#start);
  }
  /** The present request with other knobs; the first answer, "base", is the request itself. */
  compare(variants: readonly Variant[], signal?: AbortSignal): Promise<SlateEffect[]> {
    const params = { audience: this.audience(), knobs: this.getView().state.knobs, variants: [...variants] };
    return this.ask("compare", params, signal && { signal });
  }
  /** What a run here gives: the slate, and what the simulator and the vectors say of it. */
  async outcome(): Promise<OutcomeContent> {
    const [base] = await this.compare([]);
    if (!base) throw new AppError("unavailable", "The pipeline gave no slate.");
    const { expectedWatch, diversity, topics, creators, freshItems } = base;
    const watch = expectedWatch === null ? [] : [{ name: "Expected watched videos", value: expectedWatch }];
    return {
      items: base.slate,
      figures: [
        ...watch,
        { name: "Diversity", value: diversity },
        { name: "Topics", value: topics },
        { name: "Creators", value: creators },
        { name: "Fresh videos", value: freshItems },
      ],
    };
  }
  /** Groups the index into lists if that has not been done, for a question that searches them. */
  prepareLists(signal: AbortSignal): Promise<void> {
    return this.ensure("lists", String(this.getView().state.lists), signal);
  }
  /** With the catalogue's size in it, so that it means the same on every device. */
  override link(): string | null {
    return super.link(["items"]);
  }

  /** Offline metrics of the present knobs on held-out viewers. */
  async measure(): Promise<void> {
    if (this.getView().isMeasuring || this.getView().phase !== "live") return;
    const { signal } = this.renewController();
    const { core } = this;
    core.update({ isMeasuring: true, activity: "Measuring on held-out viewers", fraction: 0 });
    try {
      const { client, live } = await core.load();
      const { state } = core.view;
      const options = { onProgress: core.onProgress, signal };
      const metrics = await client.call("metrics", { knobs: state.knobs }, options);
      const measured = { metrics, query: live.formatLabState(state) };
      core.update({ measured, isMeasuring: false, activity: "", fraction: null });
    } catch (error) {
      core.update({ isMeasuring: false });
      this.fail(error);
    }
  }

  /** Newest first; the lab goes on for a visitor with exactly this history. */
  #setHistory(history: readonly VideoCard[]): void {
    const { language } = this.getView().user;
    this.core.notice("audience", null);
    this.core.update({ history });
    const items = history.map((card) => card.item).reverse();
    this.change({ audience: { kind: "history", history: items, language } });
  }
}
