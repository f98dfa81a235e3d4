/**
 * What files that somebody chose are, by their first lines and, where those leave it open, by their names. Looks at a
 * sample of each file only and never fails: what cannot be read is "unknown", with the reason.
 */
import { AppError } from "@/lib/errors";
import { readSample } from "../line-reader";
import { assignRoles, DATA_KINDS, type DataKind, kindOf, type RecognisedFile, type RoleFiles } from "./kinds";
import { GRADES_WITHOUT_QUERIES, recogniseLines } from "./recognise-lines";

/** Bytes of each file that are looked at. */
export const RECOGNITION_BYTES = 1 << 16;
/** More files than this are no data set that could be read; the first are looked at. */
export const MAX_FILES = 60;

export type ChosenFile = { readonly path: string; readonly file: Blob };
export type Recognition = {
  readonly files: readonly RecognisedFile[];
  /** null when none of the files can be read as anything. */
  readonly kind: DataKind | null;
  /** For each kind, which file would take which role. */
  readonly roles: Readonly<Record<DataKind, RoleFiles>>;
};

async function recogniseFile({ path, file }: ChosenFile): Promise<RecognisedFile> {
  try {
    const { lines } = await readSample(file, path, RECOGNITION_BYTES);
    return { path, ...recogniseLines(path, lines) };
  } catch (error) {
    const because = error instanceof AppError ? error.message.replace(`${path} `, "") : "cannot be read";
    return { path, content: "unknown", because };
  }
}

/** Two files need each other: rows without qid: are judged documents when group sizes lie beside them. */
function settle(files: readonly RecognisedFile[]): RecognisedFile[] {
  const hasGroups = files.some(({ content }) => content === "group-sizes");
  const isCollection = files.some(({ content }) => content === "corpus");
  return files.map((file) => {
    const mayNeedGroups = file.content === "libfm" || file.because === GRADES_WITHOUT_QUERIES;
    if (hasGroups && mayNeedGroups)
      return {
        ...file,
        content: "judged-documents",
        because: "index:value pairs, with sizes of query groups beside them",
      };
    if (!isCollection && file.content === "judgements")
      return { ...file, content: "ratings", because: "three columns without a corpus beside them" };
    return file;
  });
}

export async function recogniseFiles(chosen: readonly ChosenFile[]): Promise<Recognition> {
  const files: RecognisedFile[] = [];
  for (const file of chosen.slice(0, MAX_FILES)) files.push(await recogniseFile(file));
  const settled = settle(files);
  const roles = Object.fromEntries(DATA_KINDS.map((kind) => [kind, assignRoles(kind, settled)])) as Record<
    DataKind,
    RoleFiles
  >;
  return { files: settled, kind: kindOf(settled), roles };
}
