/** How far a school or reservation has come 状态. `proposed` 拟选 is not approved and restricts nobody. */
export const STATUSES = ['existing', 'under-construction', 'planned', 'proposed'] as const;

export type Status = (typeof STATUSES)[number];

export function isStatus(value: unknown): value is Status {
  return (STATUSES as readonly unknown[]).includes(value);
}
