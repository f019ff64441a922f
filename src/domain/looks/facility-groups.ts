/** Groups of facility kinds that share a symbol; `grave` ones are hazards. */
export const FACILITY_GROUPS = {
  fuel: { kinds: ['petrol-station', 'lpg-station'], grave: true },
  hazard: { kinds: ['hazmat-store', 'class-a-workshop', 'class-a-warehouse', 'fireworks'], grave: true },
  waste: { kinds: ['waste-transfer', 'waste-collection', 'landfill', 'wastewater-plant'], grave: false },
  leisure: { kinds: ['net-cafe', 'entertainment', 'adult-shop', 'bar'], grave: false },
  retail: { kinds: ['lottery', 'tobacco', 'market', 'mall', 'stall'], grave: false },
  transport: { kinds: ['bus-station', 'car-park'], grave: false },
  noise: { kinds: ['noisy-industry', 'livestock'], grave: false },
  custody: { kinds: ['prison'], grave: false },
  health: { kinds: ['hospital', 'infectious-hospital'], grave: false },
  funeral: { kinds: ['funeral'], grave: true },
  other: { kinds: [], grave: false },
} as const satisfies Record<string, { kinds: readonly string[]; grave: boolean }>;

type FacilityGroup = keyof typeof FACILITY_GROUPS;

export const FACILITY_GROUP_NAMES = Object.keys(FACILITY_GROUPS) as FacilityGroup[];
