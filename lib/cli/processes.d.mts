/** Types of processes.mjs, which stays plain JavaScript because it runs before packages are installed. */
export function processStart(pid: number): string | null;
export function isSameProcess(pid: number, started: string | null): boolean;
export function commandLine(pid: number): string | null;
export function ancestry(): string;
export function diesWithParent(signal: "INT" | "TERM" | "KILL"): string[];
