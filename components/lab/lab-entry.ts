/** What the list of labs says of one lab. Each lab has its own `lab-entry.ts`; the list is app/(lab)/lab/page.tsx. */
export type LabEntry = {
  readonly path: string;
  readonly title: string;
  /** What can be done there. */
  readonly text: string;
  /** Its size in numbers, from the stored run. */
  readonly facts: string;
};
