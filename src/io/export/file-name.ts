import { projectOf, type Plan } from '../../domain/plan';

/** The project's name as part of a file name, on any system. */
export function fileNameOf(plan: Plan): string {
  const name = projectOf(plan)?.name ?? '';
  const safe = name
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_')
    .trim()
    .slice(0, 80);
  return safe === '' ? 'xuezhi' : safe;
}
