/** Stages of schooling 学段. The list is open: another word is kept and warned of, never refused. */
export const STAGES = [
  'kindergarten',
  'primary',
  'junior',
  'nine-year',
  'senior',
  'complete',
  'twelve-year',
  'special',
  'teaching-point',
] as const;

export type Stage = (typeof STAGES)[number];

export function isStage(value: unknown): value is Stage {
  return (STAGES as readonly unknown[]).includes(value);
}
