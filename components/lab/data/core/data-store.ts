/**
 * The data lab before anything is read: the files that were chosen, what they were recognised as, and which of them takes
 * which role. As soon as the roles that are needed have a file, the flow of that kind begins.
 */

import { ViewStore } from "@/components/lab/data/core/view-store";
import { type DeskView, WorkerDesk } from "@/components/lab/data/core/worker-desk";
import {
  type DataKind,
  type FileRole,
  ROLES_OF,
  type RoleFiles,
} from "@/lib/pipeline/data-sets/recognise/kinds";
import type { FilesRecognition } from "@/lib/pipeline/workers/calls/files-calls";
import type { PipelineClient } from "@/lib/pipeline/workers/client";

/** A file and where it lay: its name, or its path in the folder that was chosen. */
export type ChosenFile = { readonly path: string; readonly file: File };
/** The file in each role that has one. */
export type FlowFiles = Readonly<Partial<Record<FileRole, ChosenFile>>>;

/** What a kind does with its files, from a first look at them to the end. */
export type Flow = { readonly kind: DataKind; start(): Promise<void> };

export type DataLabView<AnyFlow extends Flow> = {
  readonly chosen: readonly ChosenFile[];
  readonly recognition: FilesRecognition | null;
  readonly kind: DataKind | null;
  readonly roles: RoleFiles;
  readonly flow: AnyFlow | null;
};

type CreateFlow<AnyFlow> = (kind: DataKind, desk: WorkerDesk, files: FlowFiles) => AnyFlow;

export class DataStore<AnyFlow extends Flow> extends ViewStore<DataLabView<AnyFlow>> {
  readonly desk: WorkerDesk;

  constructor(
    createClient: () => Promise<PipelineClient>,
    private readonly createFlow: CreateFlow<AnyFlow>,
  ) {
    super({ chosen: [], recognition: null, kind: null, roles: {}, flow: null });
    this.desk = new WorkerDesk(createClient);
  }

  /** Forgets what was there and looks at the first lines of other files. */
  async choose(chosen: readonly ChosenFile[]): Promise<void> {
    if (chosen.length === 0) return;
    this.desk.reset();
    this.update({ chosen, recognition: null, kind: null, roles: {}, flow: null });
    const words = chosen.length === 1 ? `Looking at ${chosen[0]?.path}` : `Looking at ${chosen.length} files`;
    const files = chosen.map(({ path, file }) => ({ path, file }));
    const recognition = await this.desk.ask("recognise-files", { files }, { words });
    if (!recognition) return;
    this.update({ recognition });
    if (recognition.kind) await this.#open(recognition.kind, recognition.roles[recognition.kind]);
    else this.desk.say("None of the four kinds of data set was recognised.");
  }

  async setKind(kind: DataKind): Promise<void> {
    const { recognition, chosen } = this.getView();
    if (!recognition) return;
    const guessed = recognition.roles[kind];
    const [required] = ROLES_OF[kind];
    // Somebody who knows better than the guess, with one file, means that file.
    const roles =
      Object.keys(guessed).length > 0 || !required ? guessed : { [required.role]: chosen[0]?.path };
    await this.#open(kind, roles as RoleFiles);
  }

  /** `path` null: no file has that role. */
  async setRole(role: FileRole, path: string | null): Promise<void> {
    const { kind, roles } = this.getView();
    if (!kind) return;
    const { [role]: _before, ...others } = roles;
    await this.#open(kind, path === null ? others : { ...others, [role]: path });
  }

  close(): void {
    this.desk.reset();
  }

  async #open(kind: DataKind, roles: RoleFiles): Promise<void> {
    this.desk.cancel();
    const isComplete = rolesProblem(kind, roles) === null;
    const { chosen } = this.getView();
    const files = Object.fromEntries(
      Object.entries(roles).map(([role, path]) => [role, chosen.find((one) => one.path === path)]),
    ) as FlowFiles;
    const flow = isComplete ? this.createFlow(kind, this.desk, files) : null;
    this.update({ kind, roles, flow });
    await flow?.start();
  }
}

export type { DeskView };

/** What stands in the way of reading files in these roles; null when nothing does. */
export function rolesProblem(kind: DataKind, roles: RoleFiles): "missing" | "twice" | null {
  const paths = Object.values(roles);
  if (new Set(paths).size < paths.length) return "twice";
  const isMissing = ROLES_OF[kind].some(({ role, isRequired }) => isRequired && !roles[role]);
  return isMissing ? "missing" : null;
}
