/** Rule packs that ship with the tool, by id; loaded when they are asked for. */
const PACKS = {
  national: () => import('../../../data/rules/national.json'),
  office: () => import('../../../data/rules/office.json'),
  'template-henan': () => import('../../../data/rules/template-henan.json'),
} as const;

export const BUILTIN_PACK_IDS: readonly string[] = Object.keys(PACKS);

/** The parsed pack, not yet checked against its schema; null if none of that id ships. */
export async function builtinPack(id: string): Promise<unknown> {
  if (!Object.hasOwn(PACKS, id)) return null;
  const module = await PACKS[id as keyof typeof PACKS]();
  return module.default;
}
